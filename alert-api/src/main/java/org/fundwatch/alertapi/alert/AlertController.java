package org.fundwatch.alertapi.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "alerts", description = "Alerts that rules and models raised")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.HOTLINE})
class AlertController {
  private final AlertSearch search;
  private final AlertInsights insights;
  private final AuditLog audit;

  AlertController(AlertSearch search, AlertInsights insights, AuditLog audit) {
    this.search = search;
    this.insights = insights;
    this.audit = audit;
  }

  @GetMapping
  @Operation(summary = "A page of alerts with total and facets")
  AlertPage list(
      @ParameterObject @Valid @ModelAttribute AlertQuery query,
      @RequestParam(defaultValue = "PRIORITY") AlertOrder sort,
      @RequestParam(defaultValue = "false") boolean ascending,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @Parameter(description = "nextCursor of the page before") @RequestParam(required = false)
          @Nullable String cursor,
      Caller caller) {
    // The pages that follow are the same look.
    if (cursor == null) {
      query.people().ifPresent(people -> audit.searched(caller, people));
    }
    return search.list(query, sort, ascending, size, cursor, caller);
  }

  @GetMapping("/{id}")
  @Operation(summary = "An alert with all that it holds, what it is worth, and what is around it")
  ResponseEntity<AlertInsight> detail(@PathVariable String id, Caller caller) {
    var insight = insights.of(id, caller);
    var tag = new EntityTag(insight.alert().version(), insight.triage().revision());
    return ResponseEntity.ok().eTag(tag.header()).body(insight);
  }
}

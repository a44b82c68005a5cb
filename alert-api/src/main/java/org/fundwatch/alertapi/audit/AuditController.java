package org.fundwatch.alertapi.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@AllowedTo(Role.AUDITOR)
@Tag(name = "audit", description = "Who looked at personal data, and who decided what")
class AuditController {
  private final AuditSearch search;

  AuditController(AuditSearch search) {
    this.search = search;
  }

  /** A page; {@code nextCursor} is absent on the last. */
  record AuditPage(List<AuditEntry> items, @Nullable String nextCursor) {}

  @GetMapping
  @Operation(summary = "A page of entries, the last first; for auditors of the nation")
  AuditPage list(
      @ParameterObject @Valid @ModelAttribute AuditQuery query,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @Parameter(description = "nextCursor of the page before") @RequestParam(required = false)
          @Nullable String cursor,
      Caller caller) {
    // Entries do not say whose region they touch.
    if (!caller.sees("")) {
      throw ProblemException.forbidden(
          "the audit is not kept by region; an auditor of the nation reads it");
    }
    var page = search.list(query, size, cursor);
    return new AuditPage(page.items().stream().map(AuditEntry::of).toList(), page.nextCursor());
  }
}

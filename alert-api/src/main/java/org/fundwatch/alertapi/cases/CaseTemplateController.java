package org.fundwatch.alertapi.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "templates", description = "Tasks and texts for kinds of cases")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseTemplateController {
  private final CaseTemplates templates;

  CaseTemplateController(CaseTemplates templates) {
    this.templates = templates;
  }

  /** Why it goes. */
  record Ending(@NotBlank @Size(max = 500) String reason) {}

  /** A template by its id, and who gets its tasks; null for yourself. */
  record Application(
      @NotBlank @Size(max = 100) String template,
      @Size(min = 1, max = 100) @Nullable String assignee) {}

  @PostMapping("/case-templates")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Make a template of tasks and texts")
  ResponseEntity<Registered<CaseTemplate>> open(
      @Once IdempotencyKey key, @Valid @RequestBody CaseTemplate template, Caller user) {
    var opened = templates.open(key, template, user);
    return ResponseEntity.created(URI.create("/api/v1/case-templates/" + opened.id()))
        .eTag(Revision.tag(opened.sequence()))
        .body(opened);
  }

  @GetMapping("/case-templates")
  @Operation(summary = "A page of templates that hold where you work, the newest first")
  Register.Page<CaseTemplate> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller user) {
    return templates.list(size, cursor, user);
  }

  @GetMapping("/case-templates/{id}")
  @Operation(summary = "A template")
  ResponseEntity<Registered<CaseTemplate>> detail(@PathVariable String id, Caller user) {
    return answer(templates.find(id, user));
  }

  @PutMapping("/case-templates/{id}")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Change a template; cases that it was applied to stay as they are")
  ResponseEntity<Registered<CaseTemplate>> change(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody CaseTemplate template,
      Caller user) {
    return answer(templates.change(id, seen, template, user));
  }

  @PostMapping("/case-templates/{id}/end")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Give up a template")
  ResponseEntity<Registered<CaseTemplate>> end(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Ending ending, Caller user) {
    return answer(templates.end(id, seen, ending.reason(), user));
  }

  @GetMapping("/cases/{id}/templates")
  @Operation(summary = "The templates that fit the case: its region, and rules of its alerts")
  List<Registered<CaseTemplate>> fitting(@PathVariable String id, Caller user) {
    return templates.fitting(id, user);
  }

  @PostMapping("/cases/{id}/templates")
  @Operation(summary = "Apply a template to the case, once; a repeated request changes nothing")
  ResponseEntity<CaseDetail> apply(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody Application application,
      Caller user) {
    return CaseController.shown(
        templates.apply(
            id,
            seen,
            application.template(),
            Objects.requireNonNullElse(application.assignee(), user.name()),
            user));
  }

  private static ResponseEntity<Registered<CaseTemplate>> answer(Registered<CaseTemplate> one) {
    return ResponseEntity.ok().eTag(Revision.tag(one.sequence())).body(one);
  }
}

package org.fundwatch.alertapi.triage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done about alerts that the caller has not picked one by one. */
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "triage", description = "Decisions about alerts")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class BulkController {
  private final BulkService bulks;
  private final AssignService assign;
  private final TakeNext next;
  private final TriageService triage;
  private final TriageSettings settings;
  private final People people;

  BulkController(
      BulkService bulks,
      AssignService assign,
      TakeNext next,
      TriageService triage,
      TriageSettings settings,
      People people) {
    this.bulks = bulks;
    this.assign = assign;
    this.next = next;
    this.triage = triage;
    this.settings = settings;
    this.people = people;
  }

  /**
   * Which alerts to choose from.
   *
   * @param query filters, null for all that are open
   */
  record Wanted(@Valid @Nullable AlertQuery query) {}

  /**
   * What to spread over whom.
   *
   * @param ids of alerts; or else a query
   * @param query whose alerts; or else ids
   * @param inspectors user names, null for all
   * @param reason why, kept with each alert
   */
  record Spreading(
      @Size(min = 1, max = BulkRequest.MOST) @Nullable List<@NotBlank @Size(max = 50) String> ids,
      @Valid @Nullable AlertQuery query,
      @Size(min = 1, max = 1000) @Nullable List<@NotBlank @Size(max = 100) String> inspectors,
      @NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/take-next")
  @Operation(summary = "The free alert of the highest priority, yours for a while; 204 for none")
  ResponseEntity<AlertDetail> takeNext(@Valid @RequestBody Wanted wanted, Caller caller) {
    var query = wanted.query() == null ? AlertQuery.OPEN : wanted.query();
    return next.take(query, caller)
        .map(
            document ->
                ResponseEntity.ok().eTag(document.tag().header()).body(AlertDetail.of(document)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/bulk")
  @Operation(
      summary = "The same about many alerts, named or found; repeat safely with the same key")
  BulkService.Done bulk(
      @Once IdempotencyKey key, @Valid @RequestBody BulkRequest request, Caller caller) {
    request.check();
    return bulks.run(
        key,
        request,
        () ->
            BulkService.plan(
                change(request, caller),
                Map.of("", bulks.ids(request.ids(), request.query(), caller)),
                request.action() == BulkRequest.Action.DECIDE ? settings.recheckShare() : 0,
                caller),
        caller);
  }

  @PostMapping("/assign")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Spread alerts over inspectors who are there, by what each has to do")
  BulkService.Done spread(
      @Once IdempotencyKey key, @Valid @RequestBody Spreading request, Caller caller) {
    if ((request.ids() == null) == (request.query() == null)) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "ids", request.ids() == null ? "nothing" : "both", "either ids or query")));
    }
    return assign.spread(key, request, caller);
  }

  private TriageChange change(BulkRequest request, Caller caller) {
    var reason = request.reason();
    return switch (request.action()) {
      case DECIDE -> {
        var disposition = request.disposition();
        yield TriageChange.decide(Objects.requireNonNull(disposition), reason);
      }
      case REOPEN -> TriageChange.of(TriageEvent.Action.REOPENED, "", reason);
      case ASSIGN -> {
        var assignee = String.valueOf(request.assignee());
        people.requireMayAssign(caller, assignee);
        yield TriageChange.of(TriageEvent.Action.ASSIGNED, assignee, reason);
      }
      case SNOOZE -> triage.snooze(Objects.requireNonNull(request.until()), reason);
      case LABEL ->
          TriageChange.of(TriageEvent.Action.LABELLED, String.valueOf(request.label()), reason);
      case UNLABEL ->
          TriageChange.of(TriageEvent.Action.UNLABELLED, String.valueOf(request.label()), reason);
      case COMMENT -> TriageChange.of(TriageEvent.Action.COMMENTED, reason, "");
    };
  }
}

package org.fundwatch.alertapi.triage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IfMatch;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts/{id}")
@Tag(name = "triage", description = "Decisions about alerts")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class TriageController {
  private final TriageService triage;
  private final People people;

  TriageController(TriageService triage, People people) {
    this.triage = triage;
    this.people = people;
  }

  /** To whom. */
  record Assignment(@NotBlank @Size(max = 100) String assignee) {}

  /** What it is, and why. */
  record Decision(@NotNull Disposition disposition, @NotBlank @Size(max = 2000) String reason) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/assign")
  @Operation(summary = "Give an alert to somebody; only a lead gives to others")
  ResponseEntity<AlertDetail> assign(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag,
      @Valid @RequestBody Assignment assignment,
      Caller user) {
    var seen = IfMatch.require(tag, EntityTag::parse);
    people.requireMayAssign(user, assignment.assignee());
    return answer(triage.assign(id, seen, assignment.assignee(), user));
  }

  @PostMapping("/dismiss")
  @Operation(summary = "Decide that an alert does not hold")
  ResponseEntity<AlertDetail> dismiss(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag,
      @Valid @RequestBody Decision decision,
      Caller user) {
    return decide(id, tag, decision, TriageState.DISMISSED, user);
  }

  @PostMapping("/confirm")
  @Operation(summary = "Decide that an alert holds")
  ResponseEntity<AlertDetail> confirm(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag,
      @Valid @RequestBody Decision decision,
      Caller user) {
    return decide(id, tag, decision, TriageState.CONFIRMED, user);
  }

  @PostMapping("/reopen")
  @Operation(summary = "Take a decision back")
  ResponseEntity<AlertDetail> reopen(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag,
      @Valid @RequestBody Reason reason,
      Caller user) {
    var seen = IfMatch.require(tag, EntityTag::parse);
    return answer(triage.reopen(id, seen, reason.reason(), user));
  }

  private ResponseEntity<AlertDetail> decide(
      String id, @Nullable String tag, Decision decision, TriageState state, Caller user) {
    var seen = IfMatch.require(tag, EntityTag::parse);
    if (decision.disposition().state() != state) {
      throw ProblemException.badInput(
          List.of(new FieldFault("disposition", decision.disposition().name(), allowed(state))));
    }
    return answer(triage.decide(id, seen, decision.disposition(), decision.reason(), user));
  }

  private static String allowed(TriageState state) {
    return Arrays.stream(Disposition.values())
        .filter(disposition -> disposition.state() == state)
        .map(Disposition::name)
        .collect(Collectors.joining(", "));
  }

  private static ResponseEntity<AlertDetail> answer(AlertDocument document) {
    return ResponseEntity.ok().eTag(document.tag().header()).body(AlertDetail.of(document));
  }
}

package org.fundwatch.alertapi.triage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.alert.Recheck;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.privacy.Impersonal;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.report.ReportService;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts/{id}")
@Tag(name = "triage", description = "Decisions about alerts")
@AllowedTo({Role.INSPECTOR, Role.LEAD})
class TriageController {
  private final TriageService triage;
  private final AlertStore alerts;
  private final ReportService reports;
  private final People people;

  TriageController(TriageService triage, AlertStore alerts, ReportService reports, People people) {
    this.triage = triage;
    this.alerts = alerts;
    this.reports = reports;
    this.people = people;
  }

  /** To whom. */
  record Assignment(@NotBlank @Size(max = 100) String assignee) {}

  /** What it is, and why. */
  record Decision(@NotNull Disposition disposition, @NotBlank @Size(max = 2000) String reason) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** The day on which it comes back, and why it can wait. */
  record Snooze(@NotNull LocalDate until, @NotBlank @Size(max = 2000) String reason) {}

  /** A remark. */
  record Comment(@NotBlank @Size(max = 5000) String text) {}

  /** A label. */
  record Labelling(@NotNull @Label @Impersonal String label) {}

  /** Either another alert or a report, and what the two have to do with each other. */
  record Link(
      @Size(max = 50) @Nullable String alertId,
      @Size(max = 100) @Nullable String reportId,
      @NotBlank @Size(max = 2000) String reason) {}

  /** What the second look says, and why. */
  record SecondLook(@NotNull Recheck result, @NotBlank @Size(max = 2000) String reason) {}

  /** Nothing to say. */
  record Nothing() {}

  @PostMapping("/assign")
  @Operation(summary = "Give an alert to somebody; only a lead gives to others")
  ResponseEntity<AlertDetail> assign(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Assignment assignment,
      Caller caller) {
    people.requireMayAssign(caller, assignment.assignee());
    return answer(id, seen, Action.ASSIGNED, assignment.assignee(), "", caller);
  }

  @PostMapping("/dismiss")
  @Operation(summary = "Decide that an alert does not hold")
  ResponseEntity<AlertDetail> dismiss(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Decision decision,
      Caller caller) {
    return decide(id, seen, decision, TriageState.DISMISSED, caller);
  }

  @PostMapping("/confirm")
  @Operation(summary = "Decide that an alert holds")
  ResponseEntity<AlertDetail> confirm(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Decision decision,
      Caller caller) {
    return decide(id, seen, decision, TriageState.CONFIRMED, caller);
  }

  @PostMapping("/reopen")
  @Operation(summary = "Take a decision back")
  ResponseEntity<AlertDetail> reopen(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Reason reason,
      Caller caller) {
    return answer(id, seen, Action.REOPENED, "", reason.reason(), caller);
  }

  @PostMapping("/release")
  @Operation(summary = "Give back what you have taken")
  ResponseEntity<AlertDetail> release(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Nothing nothing,
      Caller caller) {
    return answer(id, seen, Action.RELEASED, "", "", caller);
  }

  @PostMapping("/snooze")
  @Operation(summary = "Put an alert off until a day")
  ResponseEntity<AlertDetail> snooze(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Snooze snooze,
      Caller caller) {
    return answer(id, seen, triage.snooze(snooze.until(), snooze.reason()), caller);
  }

  @PostMapping("/comments")
  @Operation(summary = "Remark something")
  ResponseEntity<AlertDetail> comment(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Comment comment,
      Caller caller) {
    return answer(id, seen, Action.COMMENTED, comment.text(), "", caller);
  }

  @PostMapping("/label")
  @Operation(summary = "Give an alert a label")
  ResponseEntity<AlertDetail> label(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Labelling labelling,
      Caller caller) {
    return answer(id, seen, Action.LABELLED, labelling.label(), "", caller);
  }

  @PostMapping("/unlabel")
  @Operation(summary = "Take a label off an alert")
  ResponseEntity<AlertDetail> unlabel(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Labelling labelling,
      Caller caller) {
    return answer(id, seen, Action.UNLABELLED, labelling.label(), "", caller);
  }

  @PostMapping("/link")
  @Operation(summary = "Link an alert to another one, or to a report")
  ResponseEntity<AlertDetail> link(
      @PathVariable String id, @Seen EntityTag seen, @Valid @RequestBody Link link, Caller caller) {
    requireOne(link);
    if (link.reportId() != null) {
      if (!reports.isKnown(link.reportId(), caller)) {
        throw fault("reportId", link.reportId(), "the id of a report");
      }
      return answer(id, seen, Action.LINKED_REPORT, link.reportId(), link.reason(), caller);
    }
    var other = String.valueOf(link.alertId());
    if (other.equals(id) || !alerts.sees(other, caller)) {
      throw fault("alertId", other, "the id of another alert");
    }
    return answer(id, seen, Action.LINKED, other, link.reason(), caller);
  }

  @PostMapping("/unlink")
  @Operation(summary = "Take a link away")
  ResponseEntity<AlertDetail> unlink(
      @PathVariable String id, @Seen EntityTag seen, @Valid @RequestBody Link link, Caller caller) {
    requireOne(link);
    return link.reportId() == null
        ? answer(id, seen, Action.UNLINKED, "" + link.alertId(), link.reason(), caller)
        : answer(id, seen, Action.UNLINKED_REPORT, link.reportId(), link.reason(), caller);
  }

  @PostMapping("/recheck")
  @Operation(summary = "Look again at a decision that was made with many others")
  ResponseEntity<AlertDetail> recheck(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody SecondLook look,
      Caller caller) {
    return answer(id, seen, Action.RECHECKED, look.result().name(), look.reason(), caller);
  }

  @PostMapping("/undo")
  @Operation(summary = "Undo the last change, if it is your own and some minutes old at most")
  ResponseEntity<AlertDetail> undo(
      @PathVariable String id,
      @Seen EntityTag seen,
      @Valid @RequestBody Nothing nothing,
      Caller caller) {
    return answer(id, seen, Action.UNDONE, "", "", caller);
  }

  private ResponseEntity<AlertDetail> decide(
      String id, EntityTag seen, Decision decision, TriageState state, Caller caller) {
    if (decision.disposition().state() != state) {
      throw fault("disposition", decision.disposition().name(), allowed(state));
    }
    var change = TriageChange.decide(decision.disposition(), decision.reason());
    return answer(id, seen, change, caller);
  }

  private ResponseEntity<AlertDetail> answer(
      String id, EntityTag seen, Action action, String detail, String reason, Caller caller) {
    return answer(id, seen, TriageChange.of(action, detail, reason), caller);
  }

  private ResponseEntity<AlertDetail> answer(
      String id, EntityTag seen, TriageChange change, Caller caller) {
    var document = triage.change(id, seen, change, caller);
    return ResponseEntity.ok().eTag(document.tag().header()).body(AlertDetail.of(document));
  }

  private static void requireOne(Link link) {
    if ((link.alertId() == null) == (link.reportId() == null)) {
      throw fault(
          "alertId", link.alertId() == null ? "nothing" : "both", "either alertId or reportId");
    }
  }

  private static ProblemException fault(String field, String found, String allowed) {
    return ProblemException.badInput(List.of(new FieldFault(field, found, allowed)));
  }

  private static String allowed(TriageState state) {
    return Arrays.stream(Disposition.values())
        .filter(disposition -> disposition.state() == state)
        .map(Disposition::name)
        .collect(Collectors.joining(", "));
  }
}

package org.fundwatch.alertapi.cases;

import static org.fundwatch.alertapi.cases.CaseController.shown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.Limit;
import org.fundwatch.alertapi.procedure.Money;
import org.fundwatch.alertapi.procedure.Pause;
import org.fundwatch.alertapi.procedure.Penalty;
import org.fundwatch.alertapi.procedure.Staffing;
import org.fundwatch.alertapi.procedure.Timing;
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

/** Officers, clocks and money of a case; see docs/cases.md. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "case desk", description = "Officers, clocks and money of a case")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseDeskController {
  private final CaseService cases;
  private final People people;

  CaseDeskController(CaseService cases, People people) {
    this.cases = cases;
    this.people = people;
  }

  /** Who. */
  record Officer(
      @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 50) String credentials) {}

  /** Who, and why. */
  record Person(
      @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 2000) String reason) {}

  /** Why the clocks stop. */
  record Stop(@NotNull Pause.Reason reason, @NotBlank @Size(max = 2000) String text) {}

  /** Something said or observed. */
  record Text(@NotBlank @Size(max = 5000) String text) {}

  /** More time, in the unit of the limit. */
  record More(
      @NotNull Limit limit, @NotNull Integer amount, @NotBlank @Size(max = 2000) String reason) {}

  /** An answer to who asked for more time. */
  record MoreAnswered(@NotNull Boolean granted, @NotBlank @Size(max = 2000) String reason) {}

  /** A line of the ledger: fen, or points of the doctor in {@code subject}. */
  record Posting(
      @NotNull Account account,
      @NotNull Long amount,
      @Size(max = 50) @Nullable String subject,
      @PositiveOrZero @Nullable Integer corrects,
      @NotBlank @Size(max = 2000) String text) {}

  /** A penalty. */
  record Proposal(
      Penalty.@NotNull Respondent respondent,
      @NotNull @PositiveOrZero Long fineFen,
      @Size(max = 10) @Nullable Set<Penalty.@NotNull Measure> measures,
      @Size(max = 10) @Nullable String correctBy,
      @NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/officers")
  @Operation(summary = "Make somebody an officer of the case")
  ResponseEntity<CaseDetail> officer(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Officer officer, Caller user) {
    people.requireOfficer(officer.name(), cases.region(id, user));
    return shown(
        cases.act(
            id, seen, new Staffing.OfficerNamed(officer.name(), officer.credentials()), user));
  }

  @PostMapping("/officers/release")
  @Operation(summary = "Release an officer from the case")
  ResponseEntity<CaseDetail> release(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Person person, Caller user) {
    return shown(
        cases.act(id, seen, new Staffing.OfficerReleased(person.name(), person.reason()), user));
  }

  @PostMapping("/recusals")
  @Operation(summary = "Keep somebody, or oneself, out of the case (回避)")
  ResponseEntity<CaseDetail> recuse(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Person person, Caller user) {
    return shown(cases.act(id, seen, new Staffing.Recused(person.name(), person.reason()), user));
  }

  @PostMapping("/pauses")
  @Operation(summary = "Stop the clocks of the main track")
  ResponseEntity<CaseDetail> pause(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Stop stop, Caller user) {
    return shown(cases.act(id, seen, new Timing.Paused(stop.reason(), stop.text()), user));
  }

  @PostMapping("/pauses/end")
  @Operation(summary = "Let the clocks go on")
  ResponseEntity<CaseDetail> resume(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Text text, Caller user) {
    return shown(cases.act(id, seen, new Timing.Resumed(text.text()), user));
  }

  @PostMapping("/extensions")
  @Operation(summary = "Ask for more time")
  ResponseEntity<CaseDetail> extend(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody More more, Caller user) {
    return shown(
        cases.act(
            id, seen, new Timing.ExtensionAsked(more.limit(), more.amount(), more.reason()), user));
  }

  @PostMapping("/extensions/answer")
  @Operation(summary = "Grant or refuse more time; somebody else than who asked")
  ResponseEntity<CaseDetail> answerExtension(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody MoreAnswered answered,
      Caller user) {
    return shown(
        cases.act(
            id, seen, new Timing.ExtensionAnswered(answered.granted(), answered.reason()), user));
  }

  @PostMapping("/ledger")
  @Operation(summary = "Add a line to the ledger, or correct one by another")
  ResponseEntity<CaseDetail> post(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Posting line, Caller user) {
    return shown(
        cases.act(
            id,
            seen,
            new Money.Posted(
                line.account(),
                line.amount(),
                text(line.subject()),
                Objects.requireNonNullElse(line.corrects(), 0),
                line.text()),
            user));
  }

  @PostMapping("/penalty")
  @Operation(summary = "Propose a penalty, or none")
  ResponseEntity<CaseDetail> propose(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Proposal proposal, Caller user) {
    var penalty =
        new Penalty(
            proposal.respondent(),
            proposal.fineFen(),
            Objects.requireNonNullElse(proposal.measures(), Set.of()),
            text(proposal.correctBy()));
    return shown(cases.act(id, seen, new Money.PenaltyProposed(penalty, proposal.reason()), user));
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}

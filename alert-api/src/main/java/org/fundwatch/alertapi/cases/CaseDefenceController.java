package org.fundwatch.alertapi.cases;

import static org.fundwatch.alertapi.cases.CaseController.shown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.procedure.Defence;
import org.fundwatch.alertapi.procedure.Statement;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the other side says; see docs/cases.md. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(
    name = "defence",
    description = "Statement and defence, and the hearing, on the record of the case")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseDefenceController {
  private final CaseService cases;

  CaseDefenceController(CaseService cases) {
    this.cases = cases;
  }

  /** A statement of the other side. */
  record Said(@NotNull Statement.Party party, @NotBlank @Size(max = 20_000) String text) {}

  /** How a statement is taken. */
  record Answered(@NotNull Statement.Answer answer, @NotBlank @Size(max = 5000) String reply) {}

  /** Something said or observed. */
  record Text(@NotBlank @Size(max = 5000) String text) {}

  @PostMapping("/statements")
  @Operation(summary = "Record a statement of the other side (陈述申辩)")
  ResponseEntity<CaseDetail> statement(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Said said, Caller user) {
    return shown(cases.act(id, seen, new Defence.StatementMade(said.party(), said.text()), user));
  }

  @PostMapping("/statements/{number}/answer")
  @Operation(summary = "Say how a statement is taken")
  ResponseEntity<CaseDetail> answer(
      @PathVariable String id,
      @PathVariable int number,
      @Seen int seen,
      @Valid @RequestBody Answered answered,
      Caller user) {
    return shown(
        cases.act(
            id,
            seen,
            new Defence.StatementAnswered(number, answered.answer(), answered.reply()),
            user));
  }

  @PostMapping("/statements/waiver")
  @Operation(summary = "Record that the other side has nothing to say")
  ResponseEntity<CaseDetail> nothingToSay(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Text text, Caller user) {
    return shown(cases.act(id, seen, new Defence.StatementWaived(text.text()), user));
  }

  @PostMapping("/hearing/request")
  @Operation(summary = "Record that a hearing is asked for")
  ResponseEntity<CaseDetail> hearingRequested(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Text text, Caller user) {
    return shown(cases.act(id, seen, new Defence.HearingRequested(text.text()), user));
  }

  @PostMapping("/hearing/waiver")
  @Operation(summary = "Record that no hearing is wanted")
  ResponseEntity<CaseDetail> hearingWaived(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Text text, Caller user) {
    return shown(cases.act(id, seen, new Defence.HearingWaived(text.text()), user));
  }

  @PostMapping("/hearing/held")
  @Operation(summary = "Record that the hearing was held")
  ResponseEntity<CaseDetail> hearingHeld(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Text text, Caller user) {
    return shown(cases.act(id, seen, new Defence.HearingHeld(text.text()), user));
  }
}

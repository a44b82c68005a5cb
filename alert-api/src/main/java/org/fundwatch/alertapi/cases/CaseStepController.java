package org.fundwatch.alertapi.cases;

import static org.fundwatch.alertapi.cases.CaseController.shown;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.procedure.DocumentKind;
import org.fundwatch.alertapi.procedure.Grouping;
import org.fundwatch.alertapi.procedure.Handling;
import org.fundwatch.alertapi.procedure.Paper;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps of the procedure and papers; see docs/cases.md for what each needs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "procedure", description = "What is done in a case, and what it needs")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER})
class CaseStepController {
  private final CaseService cases;
  private final CaseMoves moves;

  CaseStepController(CaseService cases, CaseMoves moves) {
    this.cases = cases;
    this.moves = moves;
  }

  /** A step, with a reason and a target where one is asked for. */
  record Step(
      @NotBlank @Size(max = 50) String step,
      @Size(max = 2000) @Nullable String reason,
      @Size(max = 100) @Nullable String target) {}

  /** A paper; {@code attachment} is the SHA-256 of a file of the case. */
  record Document(
      @NotNull DocumentKind kind,
      @NotBlank @Size(max = 200) String title,
      @Pattern(regexp = "([0-9a-f]{64})?", message = "a SHA-256 in hexadecimal")
          @Nullable String attachment) {}

  /** Why. */
  record Why(@NotBlank @Size(max = 2000) String reason) {}

  /** What it was. */
  record Result(@NotNull Disposition outcome, @NotBlank @Size(max = 2000) String reason) {}

  @PostMapping("/steps")
  @Operation(
      summary =
          "Take a step of the procedure; refused with all that is missing. `merge` moves all to the case in `target`")
  ResponseEntity<CaseDetail> step(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Step step, Caller user) {
    var reason = text(step.reason());
    var target = text(step.target());
    return shown(
        step.step().equals(Grouping.MergedInto.STEP)
            ? moves.merge(id, seen, target, reason, user)
            : cases.act(id, seen, new Handling.Stepped(step.step(), reason, target), user));
  }

  @PostMapping("/documents")
  @Operation(summary = "Put a paper on file")
  ResponseEntity<CaseDetail> file(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Document paper, Caller user) {
    return shown(
        cases.act(
            id,
            seen,
            new Paper.DocumentFiled(paper.kind(), paper.title(), text(paper.attachment())),
            user));
  }

  @PostMapping("/documents/{number}/withdrawal")
  @Operation(summary = "Take one's paper off the file; it stays as withdrawn")
  ResponseEntity<CaseDetail> withdraw(
      @PathVariable String id,
      @PathVariable int number,
      @Seen int seen,
      @Valid @RequestBody Why why,
      Caller user) {
    return shown(cases.act(id, seen, new Paper.DocumentWithdrawn(number, why.reason()), user));
  }

  @PostMapping("/outcome")
  @Operation(summary = "Say what it was")
  ResponseEntity<CaseDetail> outcome(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Result result, Caller user) {
    return shown(
        cases.act(id, seen, new Handling.OutcomeNamed(result.outcome(), result.reason()), user));
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}

package org.fundwatch.alertapi.credit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.MarkController;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/credits")
@Tag(name = "credits", description = "Entries in credit records, and their repair (信用修复)")
class CreditController extends MarkController<CreditEntry> {
  private final CreditBook book;

  CreditController(CreditBook book, AuditLog audit, Clock clock) {
    super("/api/v1/credits", book.entries(), audit, clock);
    this.book = book;
  }

  /** An entry that is to be; from a case, its outcome names the ground. */
  record CreditProposal(
      @NotNull Holder.Kind holderKind,
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String holder,
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String institution,
      @NotNull @Pattern(regexp = "\\d{6}", message = "six digits") String region,
      @Size(max = 50) @Nullable String ground,
      @Size(max = 30) @Nullable String caseId,
      @NotNull LocalDate day,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> evidence,
      @NotBlank @Size(max = 2000) String text) {}

  /** The tables by which entries are made and graded. */
  record CreditTablesShown(
      List<CreditTables.CreditGround> grounds, List<CreditTables.CreditGrade> grades) {}

  @PostMapping
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Propose an entry, from a closed case or by hand with ground and evidence")
  ResponseEntity<MarkDetail<CreditEntry>> propose(
      @Once IdempotencyKey key, @Valid @RequestBody CreditProposal request, Caller caller) {
    return propose(key, request, () -> entry(request, caller), caller);
  }

  private CreditEntry entry(CreditProposal request, Caller caller) {
    var caseId = Objects.requireNonNullElse(request.caseId(), "");
    var ground =
        request.ground() == null
            ? book.ground(new CreditBook.Origin(caseId, request.region(), request.day()), caller)
            : book.ground(request.ground(), request.region(), request.day());
    var row =
        ground.orElseThrow(
            () ->
                ProblemException.badInput(
                    List.of(
                        new FieldFault(
                            "ground",
                            Objects.requireNonNullElse(request.ground(), "none by the case"),
                            book.allGrounds(request.region(), request.day()).stream()
                                .map(CreditTables.CreditGround::key)
                                .toList()
                                .toString()))));
    return new CreditEntry(
        new Holder(request.holderKind(), request.holder()),
        request.institution(),
        request.region(),
        row.key(),
        row.deduction(),
        caseId,
        request.day(),
        request.day().plusMonths(row.months()).minusDays(1),
        request.day().plusMonths(row.repairAfter()),
        request.evidence(),
        request.text());
  }

  @GetMapping("/tables")
  @Operation(summary = "What entries are made for and which score is which grade, with provenance")
  CreditTablesShown tables() {
    return new CreditTablesShown(book.tables().grounds(), book.tables().grades());
  }

  @Override
  protected CreditEntry masked(CreditEntry entry) {
    return entry.masked();
  }
}

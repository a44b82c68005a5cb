package org.fundwatch.alertapi.points;

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
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
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
@RequestMapping("/api/v1/points")
@Tag(name = "points", description = "Points of doctors (驾照式记分)")
class PointsController extends MarkController<PointsEntry> {
  private final PointsBook book;

  PointsController(PointsBook book, AuditLog audit, Clock clock) {
    super("/api/v1/points", book.entries(), audit, clock);
    this.book = book;
  }

  /** Points that somebody is to get. */
  record PointsProposal(
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String doctor,
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String institution,
      @NotNull @Pattern(regexp = "\\d{6}", message = "six digits") String region,
      @NotBlank @Size(max = 50) String ground,
      @NotNull Integer points,
      @NotNull PointsEntry.Responsibility responsibility,
      @Size(max = 30) @Nullable String caseId,
      @NotNull LocalDate day,
      @NotBlank @Size(max = 2000) String text) {

    PointsEntry entry() {
      return new PointsEntry(
          doctor,
          institution,
          region,
          ground,
          points,
          responsibility,
          Objects.requireNonNullElse(caseId, ""),
          day,
          text);
    }
  }

  /** The tables by which points are given and count. */
  record PointsTablesShown(
      List<PointsTables.PointsGround> grounds,
      List<PointsTables.PointsConsequence> consequences,
      List<PointsTables.PointsTerm> terms) {}

  @PostMapping
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Propose points; they count once somebody else has approved them")
  ResponseEntity<MarkDetail<PointsEntry>> propose(
      @Once IdempotencyKey key, @Valid @RequestBody PointsProposal request, Caller caller) {
    return propose(key, request, request::entry, caller);
  }

  @GetMapping("/tables")
  @Operation(summary = "What points are given for and what follows from them, with provenance")
  PointsTablesShown tables() {
    var tables = book.tables();
    return new PointsTablesShown(tables.grounds(), tables.consequences(), tables.terms());
  }

  @Override
  protected PointsEntry masked(PointsEntry entry) {
    return entry.masked();
  }
}

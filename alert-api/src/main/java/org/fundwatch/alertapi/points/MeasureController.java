package org.fundwatch.alertapi.points;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/measures")
@Tag(name = "measures", description = "What follows from points: talks, suspensions, terminations")
class MeasureController extends MarkController<PointsMeasure> {
  private final PointsTables tables;

  MeasureController(PointsBook book, AuditLog audit, Clock clock) {
    super("/api/v1/measures", book.measures(), audit, clock);
    this.tables = book.tables();
  }

  /** A measure that is to follow from points. */
  record MeasureProposal(
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String doctor,
      @NotNull @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
          String institution,
      @NotNull @Pattern(regexp = "\\d{6}", message = "six digits") String region,
      @NotBlank @Size(max = 50) String measure,
      @NotNull @Min(2000) @Max(2999) Integer year,
      @NotNull LocalDate day,
      @NotNull @Min(0) @Max(120) Integer months,
      @NotBlank @Size(max = 2000) String text) {}

  @PostMapping
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(
      summary = "Propose a measure that the points of a year reach; somebody else approves it")
  ResponseEntity<MarkDetail<PointsMeasure>> propose(
      @Once IdempotencyKey key, @Valid @RequestBody MeasureProposal request, Caller caller) {
    return propose(key, request, () -> measure(request), caller);
  }

  private PointsMeasure measure(MeasureProposal request) {
    var kind =
        tables.consequences().stream()
            .filter(row -> row.key().equals(request.measure()))
            .map(PointsTables.PointsConsequence::kind)
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.badInput(
                        List.of(
                            new FieldFault(
                                "measure",
                                request.measure(),
                                tables.consequences().stream()
                                    .map(PointsTables.PointsConsequence::key)
                                    .distinct()
                                    .toList()
                                    .toString()))));
    return new PointsMeasure(
        request.doctor(),
        request.institution(),
        request.region(),
        request.measure(),
        kind,
        request.year(),
        request.day(),
        request.months(),
        request.text());
  }

  @Override
  protected PointsMeasure masked(PointsMeasure measure) {
    return measure.masked();
  }
}

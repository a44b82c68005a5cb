package org.fundwatch.alertapi.fund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "funds", description = "What funds of regions take in and spend, and its indicators")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class FundController {
  private static final String REGION = "(?!.*00$)(\\d{2}){1,3}";
  private static final String REGION_TEXT = "two, four or six digits, without 00 at the end";
  private static final String MONTH = "2\\d{3}-(0[1-9]|1[0-2])";
  private static final String FUND = "/api/v1/regions/{region}/funds/{fund}";

  /** Ten trillion yuan: above any fund, and sums of years stay exact. */
  private static final long MOST = 1_000_000_000_000_000L;

  private final FundDesk desk;
  private final FundLists lists;

  FundController(FundDesk desk, FundLists lists) {
    this.desk = desk;
    this.lists = lists;
  }

  /** Figures of a month, in fen; the budget is that of the whole year. */
  record FundMonthFigures(
      @NotNull @Min(0) @Max(MOST) Long incomeFen,
      @NotNull @Min(0) @Max(MOST) Long spendingFen,
      @NotNull @Min(-MOST) @Max(MOST) Long balanceFen,
      @NotNull @Min(1) @Max(MOST) Long budgetFen,
      @NotNull Figures.Stage stage,
      @NotBlank @Size(max = 500) String source) {

    Figures figures() {
      return new Figures(incomeFen, spendingFen, balanceFen, budgetFen, stage, source);
    }
  }

  /**
   * A month as it was filed last.
   *
   * @param month such as {@code 2026-05}
   * @param judged what indicators say of it, with grade and the row that makes it
   */
  record FundMonth(
      String region,
      FundKind fund,
      String month,
      Series.FiledMonth filed,
      List<GradeTable.JudgedReading> judged) {}

  /** A fund: its months, what indicators say of the last, and the notices that are not closed. */
  record FundView(
      String region,
      FundKind fund,
      String lastMonth,
      List<GradeTable.JudgedReading> judged,
      Map<String, Series.FiledMonth> months,
      List<Notice> open) {}

  @PutMapping(FUND + "/months/{month}")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "File a month; If-Match is \"0\" for one that was not filed before")
  ResponseEntity<FundMonth> file(
      @PathVariable @Pattern(regexp = REGION, message = REGION_TEXT) String region,
      @PathVariable FundKind fund,
      @PathVariable @Pattern(regexp = MONTH, message = "a month as 2026-05") String month,
      @Seen int seen,
      @Valid @RequestBody FundMonthFigures request,
      Caller caller) {
    var parsed = YearMonth.parse(month);
    return answer(desk.file(region, fund, parsed, seen, request.figures(), caller), parsed);
  }

  @GetMapping(FUND + "/months/{month}")
  @Operation(summary = "A month, with what indicators say of it")
  ResponseEntity<FundMonth> month(
      @PathVariable @Pattern(regexp = REGION, message = REGION_TEXT) String region,
      @PathVariable FundKind fund,
      @PathVariable @Pattern(regexp = MONTH, message = "a month as 2026-05") String month,
      Caller caller) {
    return answer(desk.filed(region, fund, caller), YearMonth.parse(month));
  }

  private ResponseEntity<FundMonth> answer(Series series, YearMonth month) {
    var filed = series.required(month);
    return ResponseEntity.ok()
        .eTag(Revision.tag(filed.version()))
        .body(
            new FundMonth(
                series.region(),
                series.fund(),
                month.toString(),
                filed,
                series.judged(desk.table(), month)));
  }

  @GetMapping(FUND)
  @Operation(summary = "A fund of a region: months, indicators, notices that are not closed")
  FundView fund(
      @PathVariable @Pattern(regexp = REGION, message = REGION_TEXT) String region,
      @PathVariable FundKind fund,
      Caller caller) {
    return view(desk.filed(region, fund, caller));
  }

  @GetMapping("/api/v1/funds")
  @Operation(summary = "A page of funds by region")
  FundLists.PageOf<FundView> funds(
      @RequestParam(required = false) @Pattern(regexp = "\\d{0,6}", message = "at most six digits")
          @Nullable String region,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    var page = lists.funds(region, size, cursor, caller);
    return new FundLists.PageOf<>(
        page.items().stream().map(this::view).toList(), page.nextCursor());
  }

  @GetMapping("/api/v1/funds/grades")
  @Operation(summary = "Which value of an indicator is which grade, with provenance")
  List<GradeTable.GradeBound> grades() {
    return desk.table().bounds();
  }

  private FundView view(Series series) {
    var last = series.months().lastKey();
    return new FundView(
        series.region(),
        series.fund(),
        last.toString(),
        series.judged(desk.table(), last),
        series.months().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toString(),
                    Map.Entry::getValue,
                    (one, other) -> one,
                    TreeMap::new)),
        series.notices().values().stream()
            .filter(notice -> notice.state() != Notice.State.CLOSED)
            .toList());
  }
}

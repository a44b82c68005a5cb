package org.fundwatch.alertapi.fund;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.alertapi.procedure.term.TableFile;
import org.fundwatch.alertapi.standing.Validity;
import org.jspecify.annotations.Nullable;

/** Which value of an indicator is which grade, by region and date. */
record GradeTable(List<GradeBound> bounds) {
  private static final String COLUMNS = "indicator,fund,grade,bound";

  /**
   * Where a grade begins.
   *
   * @param fund null for all
   * @param bound from which upwards it holds, or below which, as the indicator says
   */
  public record GradeBound(
      Indicator indicator,
      @Nullable FundKind fund,
      FundGrade grade,
      BigDecimal bound,
      Validity validity)
      implements Validity.Row {

    @Override
    public String key() {
      return indicator + "/" + grade;
    }

    private static GradeBound of(TableFile.Row row) {
      if (!row.text("bound").matches("-?\\d{1,6}(\\.\\d{1,2})?")) {
        throw row.wrong("bound", row.text("bound"), "a number with two decimals at most");
      }
      return new GradeBound(
          row.constant("indicator", Indicator.class),
          row.text("fund").isEmpty() ? null : row.constant("fund", FundKind.class),
          row.constant("grade", FundGrade.class),
          new BigDecimal(row.text("bound")),
          Validity.of(row));
    }

    private boolean reached(BigDecimal value) {
      return indicator.highIsBad() ? value.compareTo(bound) >= 0 : value.compareTo(bound) < 0;
    }
  }

  /**
   * Our table, with that of an installation in its place.
   *
   * @param folder with a {@code fund-grades.csv}, null for none
   */
  static GradeTable of(@Nullable Path folder) {
    return new GradeTable(
        Validity.table(folder, GradeTable.class, "fund-grades.csv", COLUMNS, GradeBound::of));
  }

  /** A reading with its grade: the worst whose bound is reached, of the month's last day. */
  JudgedReading judge(Reading reading, String region, FundKind fund) {
    var value = reading.value();
    if (value == null) {
      return new JudgedReading(reading, null, null);
    }
    var day = YearMonth.parse(reading.month()).atEndOfMonth();
    var worst =
        holding(reading.indicator(), region, fund, day).stream()
            .filter(bound -> bound.reached(value))
            .max(Comparator.comparing(GradeBound::grade));
    return new JudgedReading(
        reading, worst.map(GradeBound::grade).orElse(FundGrade.NORMAL), worst.orElse(null));
  }

  private List<GradeBound> holding(
      Indicator indicator, String region, FundKind fund, LocalDate day) {
    var own =
        bounds.stream()
            .filter(bound -> bound.indicator() == indicator)
            .filter(bound -> bound.fund() == null || bound.fund() == fund)
            // A row of the fund itself comes before one of all funds.
            .sorted(Comparator.comparing(bound -> bound.fund() == null))
            .toList();
    return Validity.all(own, region, day);
  }

  /**
   * A reading with its grade.
   *
   * @param grade null where the reading has no value
   * @param bound the row that makes the grade, null for none
   */
  public record JudgedReading(
      Reading reading, @Nullable FundGrade grade, @Nullable GradeBound bound) {}
}

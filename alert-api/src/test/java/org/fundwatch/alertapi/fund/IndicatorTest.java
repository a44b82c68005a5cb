package org.fundwatch.alertapi.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.fundwatch.alertapi.fund.Figures.Stage;
import org.fundwatch.alertapi.standing.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndicatorTest {
  private static final GradeTable TABLE = GradeTable.of(null);
  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final long YUAN = 100;

  /** 2025: 100 a month spent, 110 taken in; 2026: 118 spent, 115 taken in; 700 left in May. */
  private static final Months MONTHS = new Months(months());

  private static Map<YearMonth, Figures> months() {
    var months = new TreeMap<YearMonth, Figures>();
    for (int month = 1; month <= 12; month++) {
      months.put(YearMonth.of(2025, month), figures(110, 100, 500, 1_200));
    }
    for (int month = 1; month <= 5; month++) {
      months.put(YearMonth.of(2026, month), figures(115, 118, 700, 1_250));
    }
    return months;
  }

  private static Figures figures(long income, long spending, long balance, long budget) {
    return new Figures(
        income * YUAN, spending * YUAN, balance * YUAN, budget * YUAN, Stage.FINAL, "月报");
  }

  @ParameterizedTest
  @CsvSource({
    // (590 - 500) / 500; 590 / 1250 - 5 / 12; 700 / ((7 x 100 + 5 x 118) / 12); (575 - 590) / 575
    "GROWTH, 18.00, ORANGE",
    "PROGRESS, 5.53, ORANGE",
    "RESERVE, 6.51, NORMAL",
    "SURPLUS, -2.61, YELLOW"
  })
  void readings_ofMay_areTheseByHand(Indicator indicator, BigDecimal value, FundGrade grade) {
    var judged = TABLE.judge(indicator.read(MONTHS, MAY), "3201", FundKind.EMPLOYEE);

    assertThat(judged.reading().value()).isEqualByComparingTo(value);
    assertThat(judged.reading().missing()).isEmpty();
    assertThat(judged.grade()).isEqualTo(grade);
  }

  @Test
  void reading_carriesItsFormulaAndFigures() {
    var reading = Indicator.RESERVE.read(MONTHS, MAY);

    assertThat(reading.formula())
        .isEqualTo(
            "balance / (spending / 12); balance at the end of the month, spending of the last 12"
                + " months");
    assertThat(reading.figures()).isEqualTo(Map.of("balance", 70_000L, "spending", 129_000L));
    assertThat(reading.unit()).isEqualTo("months");
  }

  @Test
  void reading_withAMonthMissing_hasNoValueAndSaysWhich() {
    var known = months();
    known.remove(YearMonth.of(2025, 3));
    var months = new Months(known);

    var growth = TABLE.judge(Indicator.GROWTH.read(months, MAY), "3201", FundKind.EMPLOYEE);
    assertThat(growth.reading().value()).isNull();
    assertThat(growth.reading().missing()).isEqualTo("the figures of 2025-03");
    assertThat(growth.grade()).isNull();
    // The other three do not need it.
    assertThat(Indicator.RESERVE.read(months, MAY).value()).isNotNull();
    assertThat(Indicator.PROGRESS.read(months, MAY).value()).isNotNull();
  }

  @Test
  void reading_overNothing_hasNoValue() {
    var months = new Months(Map.of(YearMonth.of(2026, 1), figures(0, 10, 10, 100)));

    var reading = Indicator.SURPLUS.read(months, YearMonth.of(2026, 1));

    assertThat(reading.value()).isNull();
    assertThat(reading.missing()).isEqualTo("a divisor above 0");
  }

  @ParameterizedTest
  @CsvSource({
    "GROWTH, 9.99, NORMAL",
    "GROWTH, 10, YELLOW",
    "GROWTH, 15, ORANGE",
    "GROWTH, 20, RED",
    "PROGRESS, 2.99, NORMAL",
    "PROGRESS, 3, YELLOW",
    "PROGRESS, 5, ORANGE",
    "PROGRESS, 10, RED",
    "RESERVE, 6, NORMAL",
    "RESERVE, 5.99, YELLOW",
    "RESERVE, 2.99, ORANGE",
    "RESERVE, 0.99, RED",
    "SURPLUS, 0, NORMAL",
    "SURPLUS, -0.01, YELLOW",
    "SURPLUS, -5.01, ORANGE",
    "SURPLUS, -10.01, RED"
  })
  void grade_bothSidesOfEachBoundOfOurTable(
      Indicator indicator, BigDecimal value, FundGrade grade) {
    assertThat(judge(TABLE, indicator, value, "3201", FundKind.RESIDENT)).isEqualTo(grade);
  }

  @Test
  void grade_byRegionAndFund_isThatOfTheNearestRow(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("fund-grades.csv"),
        """
        indicator,fund,grade,bound,%s
        RESERVE,,RED,1,,,,proposal,一
        RESERVE,,RED,2,32,,,local,江苏某文件
        RESERVE,EMPLOYEE,RED,3,32,,,local,江苏某文件
        """
            .formatted(Validity.COLUMNS));
    var own = GradeTable.of(folder);
    var value = new BigDecimal("2.50");

    assertThat(judge(own, Indicator.RESERVE, value, "3301", FundKind.EMPLOYEE))
        .isEqualTo(FundGrade.NORMAL);
    assertThat(judge(own, Indicator.RESERVE, value, "3201", FundKind.RESIDENT))
        .isEqualTo(FundGrade.NORMAL);
    assertThat(judge(own, Indicator.RESERVE, value, "3201", FundKind.EMPLOYEE))
        .isEqualTo(FundGrade.RED);
  }

  @Test
  void table_wrong_isRefusedWithThePlace(@TempDir Path folder) throws IOException {
    var file = folder.resolve("fund-grades.csv");
    Files.writeString(
        file,
        "indicator,fund,grade,bound,%s\nRESERVE,,RED,many,,,,proposal,一\n"
            .formatted(Validity.COLUMNS));

    assertThatThrownBy(() -> GradeTable.of(folder))
        .hasMessage(file + ":2: bound 'many'; allowed: a number with two decimals at most");
  }

  @Property(tries = 300, seed = "20261122")
  void reserve_moreBalance_isNeverAWorseGrade(
      @ForAll @LongRange(min = -1_000_000, max = 10_000_000) long balance,
      @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
    assertThat(reserve(balance + more)).isLessThanOrEqualTo(reserve(balance));
  }

  private static FundGrade reserve(long balance) {
    var known = months();
    known.put(MAY, figures(115, 118, balance, 1_250));
    var judged = TABLE.judge(Indicator.RESERVE.read(new Months(known), MAY), "", FundKind.EMPLOYEE);
    return Objects.requireNonNull(judged.grade());
  }

  private static FundGrade judge(
      GradeTable table, Indicator indicator, BigDecimal value, String region, FundKind fund) {
    var reading = new Reading(indicator, "2026-05", value, "", "", new TreeMap<>(), "");
    return Objects.requireNonNull(table.judge(reading, region, fund).grade());
  }
}

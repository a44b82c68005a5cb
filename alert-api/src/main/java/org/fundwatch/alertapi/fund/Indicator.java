package org.fundwatch.alertapi.fund;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is told from a fund's months. The formulas are ours (proposal); each reading carries its
 * formula and the figures that went into it.
 */
public enum Indicator {
  GROWTH(
      "基金支出同比增幅",
      "percent",
      "(spending - spendingLastYear) / spendingLastYear x 100; January to the month",
      true),
  PROGRESS(
      "预算执行超时序进度",
      "percentage points",
      "spending / budget x 100 - months / 12 x 100; January to the month",
      true),
  RESERVE(
      "累计结余可支付月数",
      "months",
      "balance / (spending / 12); balance at the end of the month, spending of the last 12 months",
      false),
  SURPLUS("当年结余率", "percent", "(income - spending) / income x 100; January to the month", false);

  private final String zh;
  private final String unit;
  private final String formula;
  private final boolean highIsBad;

  Indicator(String zh, String unit, String formula, boolean highIsBad) {
    this.zh = zh;
    this.unit = unit;
    this.formula = formula;
    this.highIsBad = highIsBad;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What its values count. */
  public String unit() {
    return unit;
  }

  /** How its values are made of the figures of a reading. */
  public String formula() {
    return formula;
  }

  /** True when a grade holds from its bound upwards, false when it holds below its bound. */
  boolean highIsBad() {
    return highIsBad;
  }

  /** What it says of a month. A month that is missing is never made up. */
  Reading read(Months months, YearMonth month) {
    var missing = months.missing(needed(month));
    return missing
        .map(gap -> Reading.without(this, month, "the figures of " + gap))
        .orElseGet(() -> Reading.of(this, month, figures(months, month)));
  }

  private List<YearMonth> needed(YearMonth month) {
    return switch (this) {
      case RESERVE -> Months.last(month, 12);
      case PROGRESS, SURPLUS -> Months.yearTo(month);
      case GROWTH -> {
        var both = new ArrayList<>(Months.yearTo(month.minusYears(1)));
        both.addAll(Months.yearTo(month));
        yield both;
      }
    };
  }

  private Map<String, Long> figures(Months months, YearMonth month) {
    var year = Months.yearTo(month);
    return switch (this) {
      case GROWTH ->
          Map.of(
              "spending",
              months.sum(year, Figures::spendingFen),
              "spendingLastYear",
              months.sum(Months.yearTo(month.minusYears(1)), Figures::spendingFen));
      case PROGRESS ->
          Map.of(
              "spending",
              months.sum(year, Figures::spendingFen),
              "budget",
              months.of(month).budgetFen(),
              "months",
              (long) month.getMonthValue());
      case RESERVE ->
          Map.of(
              "balance",
              months.of(month).balanceFen(),
              "spending",
              months.sum(Months.last(month, 12), Figures::spendingFen));
      case SURPLUS ->
          Map.of(
              "income",
              months.sum(year, Figures::incomeFen),
              "spending",
              months.sum(year, Figures::spendingFen));
    };
  }
}

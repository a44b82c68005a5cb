package org.fundwatch.alertapi.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says of a month.
 *
 * @param month such as {@code 2026-05}
 * @param value with two decimals, rounded half up; null where something is missing
 * @param unit of the value
 * @param formula how the figures make it
 * @param figures by their names in the formula, money in fen
 * @param missing what is lacking, empty when there is a value
 */
public record Reading(
    Indicator indicator,
    String month,
    @Nullable BigDecimal value,
    String unit,
    String formula,
    SortedMap<String, Long> figures,
    String missing) {
  private static final int DECIMALS = 2;
  private static final int HUNDRED = 100;
  private static final int YEAR = 12;

  public Reading {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  static Reading without(Indicator indicator, YearMonth month, String missing) {
    return make(indicator, month, null, Map.of(), missing);
  }

  static Reading of(Indicator indicator, YearMonth month, Map<String, Long> figures) {
    long below = divisor(indicator, figures);
    return below <= 0
        ? make(indicator, month, null, figures, "a divisor above 0")
        : make(indicator, month, value(indicator, figures, below), figures, "");
  }

  private static long divisor(Indicator indicator, Map<String, Long> figures) {
    return get(
        figures,
        switch (indicator) {
          case GROWTH -> "spendingLastYear";
          case PROGRESS -> "budget";
          case RESERVE -> "spending";
          case SURPLUS -> "income";
        });
  }

  private static BigDecimal value(Indicator indicator, Map<String, Long> figures, long below) {
    return switch (indicator) {
      case GROWTH -> ratio(get(figures, "spending") - below, below, HUNDRED);
      case PROGRESS ->
          // One fraction, so that it is rounded once.
          BigDecimal.valueOf(get(figures, "spending"))
              .multiply(BigDecimal.valueOf(YEAR))
              .subtract(
                  BigDecimal.valueOf(get(figures, "months")).multiply(BigDecimal.valueOf(below)))
              .multiply(BigDecimal.valueOf(HUNDRED))
              .divide(
                  BigDecimal.valueOf(below).multiply(BigDecimal.valueOf(YEAR)),
                  DECIMALS,
                  RoundingMode.HALF_UP);
      case RESERVE -> ratio(get(figures, "balance"), below, YEAR);
      case SURPLUS -> ratio(below - get(figures, "spending"), below, HUNDRED);
    };
  }

  private static BigDecimal ratio(long above, long below, int times) {
    return BigDecimal.valueOf(above)
        .multiply(BigDecimal.valueOf(times))
        .divide(BigDecimal.valueOf(below), DECIMALS, RoundingMode.HALF_UP);
  }

  private static long get(Map<String, Long> figures, String name) {
    return Objects.requireNonNull(figures.get(name));
  }

  private static Reading make(
      Indicator indicator,
      YearMonth month,
      @Nullable BigDecimal value,
      Map<String, Long> figures,
      String missing) {
    return new Reading(
        indicator,
        month.toString(),
        value,
        indicator.unit(),
        indicator.formula(),
        new TreeMap<>(figures),
        missing);
  }
}

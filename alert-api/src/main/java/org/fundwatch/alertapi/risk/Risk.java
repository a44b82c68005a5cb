package org.fundwatch.alertapi.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The risk of an institution, explained. It says where to look first and nothing about guilt: what
 * is suspected goes into it.
 *
 * @param code {@code fixmedins_code}
 * @param score the sum of the shares, with two decimals
 * @param shares one by one
 */
public record Risk(String code, String name, BigDecimal score, List<RiskShare> shares) {
  /** How a score is made. */
  public static final String FORMULA = "sum over the factors of weight x min(1, value / full)";

  /** The highest score first; equal ones by their codes. */
  static final Comparator<Risk> ORDER =
      Comparator.comparing(Risk::score).reversed().thenComparing(Risk::code);

  private static final int DECIMALS = 2;

  public Risk {
    shares = List.copyOf(shares);
  }

  /**
   * What a factor adds.
   *
   * @param value of the institution
   * @param unit of the value
   * @param formula of the value
   * @param points that it adds to the score
   * @param weight the row that it is weighed by
   */
  public record RiskShare(
      Factor factor,
      long value,
      String unit,
      String formula,
      BigDecimal points,
      FactorTable.FactorWeight weight) {

    static RiskShare of(FactorTable.FactorWeight weight, long value) {
      var factor = weight.factor();
      long counted = Math.max(0, Math.min(value, weight.full()));
      var points =
          BigDecimal.valueOf(counted)
              .multiply(BigDecimal.valueOf(weight.weight()))
              .divide(BigDecimal.valueOf(weight.full()), DECIMALS, RoundingMode.HALF_UP);
      return new RiskShare(factor, value, factor.unit(), factor.formula(), points, weight);
    }
  }

  /**
   * The risk that values make.
   *
   * @param values of the factors; one that is missing is 0
   */
  static Risk of(
      String code, String name, Map<Factor, Long> values, List<FactorTable.FactorWeight> weights) {
    var shares =
        weights.stream()
            .map(weight -> RiskShare.of(weight, values.getOrDefault(weight.factor(), 0L)))
            .toList();
    var score = shares.stream().map(RiskShare::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Risk(code, name, score.setScale(DECIMALS), shares);
  }
}

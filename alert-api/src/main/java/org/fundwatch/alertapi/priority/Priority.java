package org.fundwatch.alertapi.priority;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an hour of work on an alert is expected to bring: amount at risk times confidence over
 * expected effort. The deadline is no part of it: what is urgent is not what is worth most.
 *
 * @param fenPerHour the result, in fen per hour of work, rounded half up
 * @param amountFen amount at risk
 * @param confidence in 0..1: the highest of the findings, each as people's decisions have moved it
 * @param confidenceFrom the rule or model whose confidence it is
 * @param calibration how it comes about
 * @param effort the row that the expected effort comes from
 * @param effortFrom the rule or model that costs most to look into: findings of one alert are
 *     looked into together
 */
public record Priority(
    long fenPerHour,
    long amountFen,
    double confidence,
    String confidenceFrom,
    Calibration calibration,
    Effort effort,
    String effortFrom) {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** The formula. */
  public static final String FORMULA =
      "amountFen x confidence / (effort.minutes / 60); confidence = " + Calibration.FORMULA;

  /**
   * The formula's value; never more than a long holds, 0 for a confidence that is no number.
   *
   * @param minutes of work, 1 or more
   */
  static long fenPerHour(long amountFen, double confidence, int minutes) {
    return BigDecimal.valueOf(amountFen)
        .multiply(BigDecimal.valueOf(share(confidence)))
        .multiply(MINUTES_PER_HOUR)
        .divide(BigDecimal.valueOf(minutes), 0, RoundingMode.HALF_UP)
        .min(MOST)
        .longValueExact();
  }

  static double share(double confidence) {
    return confidence > 0 ? Math.min(confidence, 1) : 0;
  }
}

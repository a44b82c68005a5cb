package org.fundwatch.alertapi.priority;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a finding: the confidence that its rule or model states, moved towards the
 * share of its decided alerts that people confirmed. It is the mean of a Beta distribution whose
 * prior has the stated confidence for its mean and counts as much as {@code weight.decided} alerts.
 * Nothing is moved before there is a figure.
 *
 * @param stated by the rule, or the model's calibrated probability; in 0..1
 * @param confirmed decided alerts of the rule that held
 * @param dismissed decided alerts of the rule that did not
 * @param weight the row that says how much the stated confidence counts
 * @param result in 0..1; rounded half up to four digits where it was moved
 * @param closing number of the closing that measured, 0 for none
 * @param measuredAt its moment, epoch milliseconds; null for none
 */
public record Calibration(
    double stated,
    long confirmed,
    long dismissed,
    Weight weight,
    double result,
    int closing,
    @Nullable Long measuredAt) {
  private static final int DIGITS = 4;

  /** The formula. */
  public static final String FORMULA =
      "(stated x weight.decided + confirmed) / (weight.decided + confirmed + dismissed)";

  /**
   * What a figure makes of a stated confidence.
   *
   * @param stated whatever was stated: what is below 0 or no number is 0, what is above 1 is 1
   * @param figure of the rule, null for one that was not measured
   */
  public static Calibration of(double stated, @Nullable Figure figure, Weight weight) {
    var prior = Priority.share(stated);
    if (figure == null) {
      return new Calibration(prior, 0, 0, weight, prior, 0, null);
    }
    return new Calibration(
        prior,
        figure.confirmed(),
        figure.dismissed(),
        weight,
        calibrated(prior, figure.confirmed(), figure.dismissed(), weight.decided()),
        figure.closing(),
        figure.measuredAt());
  }

  /**
   * The formula's value.
   *
   * @param stated in 0..1
   * @param confirmed 0 or more
   * @param dismissed 0 or more
   * @param decided 1 or more
   */
  public static double calibrated(double stated, long confirmed, long dismissed, int decided) {
    var held =
        BigDecimal.valueOf(stated)
            .multiply(BigDecimal.valueOf(decided))
            .add(BigDecimal.valueOf(confirmed));
    var all =
        BigDecimal.valueOf(decided)
            .add(BigDecimal.valueOf(confirmed))
            .add(BigDecimal.valueOf(dismissed));
    return held.divide(all, DIGITS, RoundingMode.HALF_UP).doubleValue();
  }

  /**
   * By how much other counts can move a confidence at most, whatever was stated: the formula is a
   * straight line in it, so that one of its ends is moved most.
   */
  public static double moved(Figure before, Figure after, int decided) {
    return Math.max(moved(0, before, after, decided), moved(1, before, after, decided));
  }

  private static double moved(double stated, Figure before, Figure after, int decided) {
    return Math.abs(
        calibrated(stated, before.confirmed(), before.dismissed(), decided)
            - calibrated(stated, after.confirmed(), after.dismissed(), decided));
  }
}

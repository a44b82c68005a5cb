package org.fundwatch.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** Summaries of measured values. */
public final class Figures {

  private Figures() {}

  /**
   * The smallest value that at least the given share of the values do not exceed (nearest rank).
   *
   * @param share above 0, at most 1; 0.5 for the median
   * @throws IllegalArgumentException for no values, or another share
   */
  public static double percentile(Collection<? extends Number> values, double share) {
    if (values.isEmpty() || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "percentile %s of %d values; above 0 and at most 1, of at least one value"
              .formatted(share, values.size()));
    }
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The middle value; the mean of the middle two for an even number. */
  public static double median(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("median of no values; at least one");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

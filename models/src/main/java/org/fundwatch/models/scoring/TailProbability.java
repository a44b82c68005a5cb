package org.fundwatch.models.scoring;

import java.util.Arrays;

/**
 * The share of ordinary stays that score at least as high: {@code (1 + #{calibration scores >= s})
 * / (1 + n)}, the conformal p-value, which is right whatever the distribution of the scores.
 *
 * <p>Source: V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World" (2005),
 * chapter 2.
 *
 * @param count how many calibration scores there were
 * @param scores some of them, ascending: every one of the upper tail, fewer below
 * @param above how many calibration scores are at least as high as each of {@code scores}
 */
@SuppressWarnings("ArrayRecordComponent") // searched in the hot path; equality is never asked
public record TailProbability(int count, double[] scores, int[] above) {

  private static final int BODY_POINTS = 200;
  private static final int TAIL_POINTS = 200;

  /** Keeps what is needed of calibration scores: the highest 200 and 200 spread over the rest. */
  public static TailProbability fit(double[] calibrationScores) {
    if (calibrationScores.length == 0) {
      throw new IllegalArgumentException("tail probability: no calibration score; at least one");
    }
    double[] sorted = calibrationScores.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int tail = Math.min(n, TAIL_POINTS);
    int body = Math.min(n - tail, BODY_POINTS);
    double[] kept = new double[body + tail];
    int[] above = new int[body + tail];
    for (int i = 0; i < kept.length; i++) {
      int rank = i < body ? (int) ((long) i * (n - tail) / body) : n - tail + (i - body);
      kept[i] = sorted[rank];
      above[i] = n - rank;
    }
    return new TailProbability(n, kept, above);
  }

  /** The tail probability of a score, in (0, 1]. */
  public double of(double score) {
    int low = 0;
    int high = scores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int atLeast = low == scores.length ? 0 : above[low];
    return (1.0 + atLeast) / (1.0 + count);
  }
}

package org.fundwatch.models.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of scores against labels. Larger scores should carry the label. */
public final class Ranking {

  private final double[] scores;
  private final boolean[] labels;
  private final int[] order;
  private final int positives;

  /** Scores and labels of the same examples; a score that is {@code NaN} ranks last. */
  public Ranking(double[] scores, boolean[] labels) {
    if (scores.length != labels.length) {
      throw new IllegalArgumentException(
          "ranking: %d scores, %d labels".formatted(scores.length, labels.length));
    }
    this.scores = scores.clone();
    this.labels = labels.clone();
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        this.scores[i] = Double.NEGATIVE_INFINITY;
      }
    }
    this.order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(this.scores[b], this.scores[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.positives = (int) IntStream.range(0, labels.length).filter(i -> labels[i]).count();
  }

  /** How many examples carry the label. */
  public int positives() {
    return positives;
  }

  /** The chance that a labelled example scores above another, ties counting half. */
  public double rocAuc() {
    double above = 0;
    long negatives = (long) labels.length - positives;
    long negativesSeen = 0;
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(from);
      int tiedPositives = positivesIn(from, to);
      int tiedNegatives = to - from - tiedPositives;
      negativesSeen += tiedNegatives;
      above += tiedPositives * (negatives - negativesSeen + tiedNegatives / 2.0);
      from = to;
    }
    return positives == 0 || negatives == 0 ? Double.NaN : above / ((double) positives * negatives);
  }

  /** Average precision: precision at each threshold, weighted by the recall that it adds. */
  public double averagePrecision() {
    double sum = 0;
    int found = 0;
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(from);
      int tiedPositives = positivesIn(from, to);
      found += tiedPositives;
      sum += tiedPositives * (double) found / to;
      from = to;
    }
    return positives == 0 ? Double.NaN : sum / positives;
  }

  /** Share of labelled examples among the k highest. */
  public double precisionAt(int k) {
    int of = Math.min(k, order.length);
    return of == 0 ? 0 : positivesIn(0, of) / (double) of;
  }

  /** What is told from a threshold on. */
  public Evaluation.AtThreshold at(double threshold) {
    int told = 0;
    while (told < order.length && scores[order[told]] >= threshold) {
      told++;
    }
    int right = positivesIn(0, told);
    return new Evaluation.AtThreshold(
        threshold,
        told,
        told == 0 ? 0 : right / (double) told,
        positives == 0 ? 0 : right / (double) positives);
  }

  /**
   * The lowest threshold, not below a floor, from which on the precision is at least the target.
   *
   * @return 1 where no threshold reaches it
   */
  public double thresholdFor(double targetPrecision, double floor) {
    double best = 1;
    int right = 0;
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(from);
      double score = scores[order[from]];
      if (score < floor) {
        break;
      }
      right += positivesIn(from, to);
      if (right >= targetPrecision * to) {
        best = score;
      }
      from = to;
    }
    return best;
  }

  /** Mean squared difference of probability and label. */
  public double brier() {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double error = scores[i] - (labels[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / scores.length;
  }

  /** The calibration table over the given bounds of probability, without its empty rows. */
  public List<Evaluation.Bin> calibration(double... bounds) {
    List<Evaluation.Bin> bins = new ArrayList<>();
    for (int b = 0; b + 1 < bounds.length; b++) {
      double from = bounds[b];
      double to = bounds[b + 1];
      boolean last = b + 2 == bounds.length;
      int[] inside =
          IntStream.range(0, scores.length)
              .filter(i -> scores[i] >= from && (scores[i] < to || (last && scores[i] <= to)))
              .toArray();
      if (inside.length > 0) {
        double predicted = IntStream.of(inside).mapToDouble(i -> scores[i]).average().orElse(0);
        double observed = IntStream.of(inside).filter(i -> labels[i]).count();
        bins.add(new Evaluation.Bin(from, to, inside.length, predicted, observed / inside.length));
      }
    }
    return bins;
  }

  private int endOfTie(int from) {
    int to = from + 1;
    while (to < order.length && scores[order[to]] == scores[order[from]]) {
      to++;
    }
    return to;
  }

  private int positivesIn(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += labels[order[i]] ? 1 : 0;
    }
    return count;
  }
}

package org.fundwatch.models.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model did on a held-out later period.
 *
 * @param model the model
 * @param note what the figures mean, and that they are simulated where they are
 * @param simulated true where the examples are simulated
 * @param from first day of discharge
 * @param to last day of discharge
 * @param stays how many stays
 * @param positives how many of them carry the label
 * @param rocAuc area under the ROC curve
 * @param prAuc average precision; a coin has {@code positives / stays}
 * @param brier mean squared error of the probability; always guessing the rate has {@code r(1-r)};
 *     null for a model whose probability is not one of the label
 * @param topK precision among the k highest, for inspectors who can look at k
 * @param threshold what is told at the model's threshold
 * @param calibration predicted and observed rates; of an outlier model tail shares among the stays
 *     without any label
 * @param baselines single features ranked by the same measures, to compare with
 */
public record Evaluation(
    String model,
    String note,
    boolean simulated,
    String from,
    String to,
    int stays,
    int positives,
    double rocAuc,
    double prAuc,
    @Nullable Double brier,
    List<TopK> topK,
    AtThreshold threshold,
    List<Bin> calibration,
    List<Baseline> baselines) {

  /** Precision among the {@code k} highest scores. */
  public record TopK(int k, double precision) {}

  /**
   * What a threshold tells.
   *
   * @param value the threshold on the probability
   * @param told how many stays it tells
   * @param precision share of them with the label, 0 when none is told
   * @param recall share of the labelled that is told
   */
  public record AtThreshold(double value, int told, double precision, double recall) {}

  /**
   * A row of the calibration table.
   *
   * @param from lower end of the predicted probability
   * @param to upper end
   * @param stays stays within
   * @param predicted mean predicted probability
   * @param observed share of labelled stays
   */
  public record Bin(double from, double to, int stays, double predicted, double observed) {}

  /** One feature as a score by itself. */
  public record Baseline(String feature, double rocAuc, double prAuc) {}

  public Evaluation {
    topK = List.copyOf(topK);
    calibration = List.copyOf(calibration);
    baselines = List.copyOf(baselines);
  }
}

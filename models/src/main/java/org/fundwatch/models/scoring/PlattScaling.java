package org.fundwatch.models.scoring;

/**
 * Turns a raw score into a calibrated log-odds {@code slope * score + intercept}. Being a straight
 * line it keeps the attributions additive: each is multiplied by the slope.
 *
 * <p>Source: J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999), fitted by
 * Newton's method as in H.-T. Lin, C.-J. Lin, R. Weng, "A note on Platt's probabilistic outputs for
 * support vector machines", Machine Learning 68 (2007).
 *
 * @param slope positive
 * @param intercept in log-odds
 */
public record PlattScaling(double slope, double intercept) {

  private static final int MAX_STEPS = 100;
  private static final double MIN_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double ENOUGH = 1e-8;

  /** The probability of a log-odds. */
  public static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The calibrated log-odds of a raw score. */
  public double logOdds(double score) {
    return slope * score + intercept;
  }

  /** The calibrated probability of a raw score. */
  public double probability(double score) {
    return sigmoid(logOdds(score));
  }

  /**
   * Fits to scores and labels of a period that the model was not trained on.
   *
   * @throws IllegalArgumentException when one of the classes is absent
   */
  public static PlattScaling fit(double[] scores, boolean[] labels) {
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    int negatives = labels.length - positives;
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "calibration: %d positive and %d negative examples; at least one of each"
              .formatted(positives, negatives));
    }
    // Platt's targets: as if one more of each class had been seen, so that no probability is 0 or
    // 1.
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1 / (negatives + 2.0);
    double[] targets = new double[labels.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = labels[i] ? high : low;
    }
    return newton(scores, targets, Math.log((positives + 1.0) / (negatives + 1.0)));
  }

  private static PlattScaling newton(double[] scores, double[] targets, double intercept) {
    PlattScaling fit = new PlattScaling(0, intercept);
    double loss = fit.loss(scores, targets);
    for (int step = 0; step < MAX_STEPS; step++) {
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h12 = 0;
      double g1 = 0;
      double g2 = 0;
      for (int i = 0; i < scores.length; i++) {
        double p = fit.probability(scores[i]);
        double weight = p * (1 - p);
        h11 += scores[i] * scores[i] * weight;
        h12 += scores[i] * weight;
        h22 += weight;
        g1 += scores[i] * (p - targets[i]);
        g2 += p - targets[i];
      }
      if (Math.abs(g1) < ENOUGH && Math.abs(g2) < ENOUGH) {
        break;
      }
      double determinant = h11 * h22 - h12 * h12;
      double slopeStep = -(h22 * g1 - h12 * g2) / determinant;
      double interceptStep = -(h11 * g2 - h12 * g1) / determinant;
      double size = 1;
      PlattScaling next = fit;
      double nextLoss = loss;
      while (size >= MIN_STEP) {
        next = new PlattScaling(fit.slope + size * slopeStep, fit.intercept + size * interceptStep);
        nextLoss = next.loss(scores, targets);
        if (nextLoss < loss) {
          break;
        }
        size /= 2;
      }
      if (size < MIN_STEP) {
        break;
      }
      fit = next;
      loss = nextLoss;
    }
    return fit;
  }

  private double loss(double[] scores, double[] targets) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double f = logOdds(scores[i]);
      // log(1 + exp(f)) - t f, written so that neither exponent overflows
      loss += Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - targets[i] * f;
    }
    return loss;
  }
}

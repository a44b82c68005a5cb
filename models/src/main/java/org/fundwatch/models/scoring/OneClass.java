package org.fundwatch.models.scoring;

/**
 * A one-class support vector machine with a Gaussian kernel over comparisons with peers, in arrays.
 * The score is positive outside of the region that holds the ordinary, and grows with the distance
 * from it: {@code rho - sum_i alpha_i exp(-gamma |x - v_i|^2)}.
 *
 * <p>Source: B. Schölkopf et al., "Estimating the support of a high-dimensional distribution",
 * Neural Computation 13 (2001).
 *
 * <p>Thread-safe: nothing changes after construction; callers must not change the arrays.
 *
 * @param columns positions of comparisons with peers in the feature vector
 * @param gamma width of the kernel
 * @param rho offset
 * @param alphas weights of the support vectors
 * @param vectors support vectors one after the other, each as long as {@code columns}
 */
@SuppressWarnings("ArrayRecordComponent") // read in a hot loop; equality is never asked
public record OneClass(int[] columns, double gamma, double rho, double[] alphas, double[] vectors) {

  private static final int PATH_STEPS = 64;

  public OneClass {
    if (vectors.length != columns.length * alphas.length) {
      throw new IllegalArgumentException(
          "one-class model: %d columns, %d weights, %d vector values; the last their product"
              .formatted(columns.length, alphas.length, vectors.length));
    }
  }

  /** How far outside of the ordinary a feature vector lies. */
  public double score(double[] features) {
    return scoreOf(shaped(features));
  }

  /**
   * The share of each column in {@code score(features) - score(the typical stay)}, the typical stay
   * having every column at its peers' median: integrated gradients along the straight line between
   * them.
   *
   * <p>Source: M. Sundararajan, A. Taly, Q. Yan, "Axiomatic Attribution for Deep Networks",
   * arXiv:1703.01365 (2017); the integral by the midpoint rule in 64 steps.
   */
  double[] weights(double[] features) {
    double[] x = shaped(features);
    double[] at = new double[x.length];
    double[] gradient = new double[x.length];
    for (int step = 0; step < PATH_STEPS; step++) {
      double share = (step + 0.5) / PATH_STEPS;
      for (int i = 0; i < x.length; i++) {
        at[i] = share * x[i];
      }
      addGradient(at, gradient);
    }
    for (int i = 0; i < x.length; i++) {
      gradient[i] *= x[i] / PATH_STEPS;
    }
    return gradient;
  }

  /** The score of the typical stay, from which attributions start. */
  double typicalScore() {
    return scoreOf(new double[columns.length]);
  }

  /**
   * The columns as the kernel sees them: {@code sign(z) ln(1 + |z|)}, so that far stays farther
   * than near but one far column does not drown the others. What is not stated counts as typical.
   */
  public double[] shaped(double[] features) {
    double[] x = new double[columns.length];
    for (int i = 0; i < x.length; i++) {
      double z = features[columns[i]];
      x[i] = Double.isNaN(z) ? 0 : Math.signum(z) * Math.log1p(Math.abs(z));
    }
    return x;
  }

  private double scoreOf(double[] x) {
    double sum = 0;
    for (int v = 0; v < alphas.length; v++) {
      sum += kernel(x, v);
    }
    return rho - sum;
  }

  private double kernel(double[] x, int v) {
    int offset = v * x.length;
    double distance = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - vectors[offset + i];
      distance += d * d;
    }
    return alphas[v] * Math.exp(-gamma * distance);
  }

  private void addGradient(double[] x, double[] gradient) {
    for (int v = 0; v < alphas.length; v++) {
      double pull = 2 * gamma * kernel(x, v);
      for (int i = 0; i < x.length; i++) {
        gradient[i] += pull * (x[i] - vectors[v * x.length + i]);
      }
    }
  }
}

package org.fundwatch.models.scoring;

/**
 * A boosted ensemble of binary trees in arrays: the children of a node lie side by side, so that a
 * prediction touches little memory, makes no object and needs no lock. The sum of the leaves is the
 * log-odds of the positive class.
 *
 * <p>Thread-safe: nothing changes after construction; callers must not change the arrays.
 *
 * @param roots first node of each tree
 * @param feature column that a node splits on, -1 for a leaf
 * @param value threshold of a split (smaller goes left), or value of a leaf
 * @param left first child of a split, the second follows it; 0 for a leaf
 * @param missingLeft 1 where a missing value goes left
 * @param cover sum of hessians of the training examples that passed the node
 */
@SuppressWarnings("ArrayRecordComponent") // read in a hot loop; equality of trees is never asked
public record FlatTrees(
    int[] roots, int[] feature, float[] value, int[] left, int[] missingLeft, float[] cover) {

  public FlatTrees {
    int nodes = feature.length;
    if (value.length != nodes
        || left.length != nodes
        || missingLeft.length != nodes
        || cover.length != nodes) {
      throw new IllegalArgumentException(
          "trees: %d features, %d values, %d children, %d directions, %d covers; as many of each"
              .formatted(nodes, value.length, left.length, missingLeft.length, cover.length));
    }
  }

  /** The log-odds of a feature vector; {@code NaN} is a missing value. */
  public double logOdds(double[] features) {
    double sum = 0;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        node = next(node, features);
      }
      sum += value[node];
    }
    return sum;
  }

  /** The child that a feature vector goes to from a split. */
  int next(int node, double[] features) {
    // XGBoost compares in single precision.
    float x = (float) features[feature[node]];
    boolean goesLeft = Float.isNaN(x) ? missingLeft[node] == 1 : x < value[node];
    return goesLeft ? left[node] : left[node] + 1;
  }
}

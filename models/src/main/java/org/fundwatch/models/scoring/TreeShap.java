package org.fundwatch.models.scoring;

import java.util.Arrays;

/**
 * Path-dependent TreeSHAP: the Shapley values of a tree ensemble's log-odds, where a feature left
 * out is averaged over by the training examples' share of each branch.
 *
 * <p>Source: S. Lundberg, G. Erion, S.-I. Lee, "Consistent Individualized Feature Attribution for
 * Tree Ensembles", arXiv:1802.03888 (2018), algorithm 2.
 */
final class TreeShap {

  private final FlatTrees trees;
  private final double[] features;
  private final double[] weights;

  private TreeShap(FlatTrees trees, double[] features) {
    this.trees = trees;
    this.features = features;
    this.weights = new double[features.length];
  }

  /**
   * The weight of each feature in the log-odds: {@code expected(trees) + sum(weights)} is {@code
   * trees.logOdds(features)}.
   */
  static double[] weights(FlatTrees trees, double[] features) {
    TreeShap shap = new TreeShap(trees, features);
    for (int root : trees.roots()) {
      shap.visit(root, new Path(0), 1, 1, -1);
    }
    return shap.weights;
  }

  /** The mean log-odds of the training examples, as the covers tell it. */
  static double expected(FlatTrees trees) {
    double sum = 0;
    for (int root : trees.roots()) {
      sum += expected(trees, root);
    }
    return sum;
  }

  private static double expected(FlatTrees trees, int node) {
    if (trees.feature()[node] < 0) {
      return trees.value()[node];
    }
    int left = trees.left()[node];
    double leftCover = trees.cover()[left];
    double rightCover = trees.cover()[left + 1];
    return (leftCover * expected(trees, left) + rightCover * expected(trees, left + 1))
        / (leftCover + rightCover);
  }

  private void visit(int node, Path above, double zero, double one, int splitFeature) {
    Path path = above.extended(zero, one, splitFeature);
    int feature = trees.feature()[node];
    if (feature < 0) {
      for (int i = 1; i < path.length; i++) {
        double share = path.without(i).weightSum() * (path.one[i] - path.zero[i]);
        weights[path.feature[i]] += share * trees.value()[node];
      }
      return;
    }
    double incomingZero = 1;
    double incomingOne = 1;
    int seen = path.indexOf(feature);
    if (seen >= 0) {
      incomingZero = path.zero[seen];
      incomingOne = path.one[seen];
      path = path.without(seen);
    }
    int left = trees.left()[node];
    double cover = (double) trees.cover()[left] + trees.cover()[left + 1];
    int hot = trees.next(node, features);
    int cold = hot == left ? left + 1 : left;
    visit(hot, path, incomingZero * trees.cover()[hot] / cover, incomingOne, feature);
    visit(cold, path, incomingZero * trees.cover()[cold] / cover, 0, feature);
  }

  /**
   * The unique features on the way to a node. {@code zero} and {@code one} are the shares of ways
   * that pass when the feature is left out and when it is known; {@code weight} the proportion of
   * feature subsets of each size.
   */
  private static final class Path {
    private final int length;
    private final int[] feature;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;

    Path(int length) {
      this.length = length;
      feature = new int[length];
      zero = new double[length];
      one = new double[length];
      weight = new double[length];
    }

    private Path(Path other, int length) {
      this.length = length;
      feature = Arrays.copyOf(other.feature, length);
      zero = Arrays.copyOf(other.zero, length);
      one = Arrays.copyOf(other.one, length);
      weight = Arrays.copyOf(other.weight, length);
    }

    Path extended(double newZero, double newOne, int newFeature) {
      Path longer = new Path(this, length + 1);
      longer.feature[length] = newFeature;
      longer.zero[length] = newZero;
      longer.one[length] = newOne;
      longer.weight[length] = length == 0 ? 1 : 0;
      for (int i = length - 1; i >= 0; i--) {
        longer.weight[i + 1] += newOne * longer.weight[i] * (i + 1) / (length + 1);
        longer.weight[i] = newZero * longer.weight[i] * (length - i) / (length + 1);
      }
      return longer;
    }

    Path without(int index) {
      Path shorter = new Path(this, length - 1);
      double next = weight[length - 1];
      for (int i = length - 2; i >= 0; i--) {
        if (one[index] != 0) {
          double kept = weight[i];
          shorter.weight[i] = next * length / ((i + 1) * one[index]);
          next = kept - shorter.weight[i] * zero[index] * (length - 1 - i) / length;
        } else {
          shorter.weight[i] = weight[i] * length / (zero[index] * (length - 1 - i));
        }
      }
      for (int i = index; i < length - 1; i++) {
        shorter.feature[i] = feature[i + 1];
        shorter.zero[i] = zero[i + 1];
        shorter.one[i] = one[i + 1];
      }
      return shorter;
    }

    int indexOf(int wanted) {
      for (int i = 1; i < length; i++) {
        if (feature[i] == wanted) {
          return i;
        }
      }
      return -1;
    }

    double weightSum() {
      double sum = 0;
      for (double w : weight) {
        sum += w;
      }
      return sum;
    }
  }
}

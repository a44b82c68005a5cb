package org.fundwatch.models.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.Booster;
import org.fundwatch.models.features.Column;
import org.fundwatch.models.features.FeatureSchema;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains gradient boosted trees with Tribuo. */
final class BoostedTrees {

  static final String POSITIVE = "positive";
  static final String NEGATIVE = "negative";

  private static final LabelFactory LABELS = new LabelFactory();
  private static final List<String> NAMES =
      FeatureSchema.columns().stream().map(Column::name).toList();

  private static final double MIN_CHILD_WEIGHT = 2;
  // No rows or columns are left out by chance: both trees of a pair then split alike, and the
  // flattened ensemble is half as large.
  private static final double ALL = 1;
  private static final double LAMBDA = 1;

  private BoostedTrees() {}

  /**
   * Trains on feature vectors.
   *
   * @param features one row a stay, in the order of the schema; {@code NaN} is missing
   */
  static XGBoostModel<Label> train(double[][] features, boolean[] labels, TrainingConfig config) {
    MutableDataset<Label> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance(config.data(), LABELS), LABELS);
    for (int i = 0; i < features.length; i++) {
      examples.add(example(features[i], labels[i]));
    }
    return trainer(config).train(examples);
  }

  /** What decides the outcome beside the examples, for the provenance. */
  static Map<String, String> settings(TrainingConfig config) {
    return Map.of(
        "rounds", Integer.toString(config.rounds()),
        "depth", Integer.toString(config.depth()),
        "learningRate", Double.toString(config.learningRate()),
        "treeMethod", "hist",
        "minChildWeight", Double.toString(MIN_CHILD_WEIGHT),
        "lambda", Double.toString(LAMBDA),
        "threads", "1");
  }

  /** The library with the version that its jar states. */
  static String library() {
    Properties properties = new Properties();
    try (InputStream in = Booster.class.getResourceAsStream("/xgboost4j-version.properties")) {
      properties.load(Objects.requireNonNull(in, "xgboost4j-version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "XGBoost4J " + properties.getProperty("version");
  }

  // One thread and a fixed seed: sums in another order would round to other trees.
  private static XGBoostClassificationTrainer trainer(TrainingConfig config) {
    return new XGBoostClassificationTrainer(
        XGBoostTrainer.BoosterType.GBTREE,
        XGBoostTrainer.TreeMethod.HIST,
        config.rounds(),
        config.learningRate(),
        0,
        config.depth(),
        MIN_CHILD_WEIGHT,
        ALL,
        ALL,
        LAMBDA,
        0,
        1,
        XGBoostTrainer.LoggingVerbosity.SILENT,
        config.seed());
  }

  /** A row as Tribuo wants it: what is missing is left out. */
  static Example<Label> example(double[] features, boolean label) {
    ArrayExample<Label> example = new ArrayExample<>(new Label(label ? POSITIVE : NEGATIVE));
    for (int i = 0; i < features.length; i++) {
      if (!Double.isNaN(features[i])) {
        example.add(NAMES.get(i), features[i]);
      }
    }
    return example;
  }
}

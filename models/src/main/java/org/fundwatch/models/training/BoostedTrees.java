package org.fundwatch.models.training;

import java.util.List;
import java.util.Map;
import org.fundwatch.models.features.Column;
import org.fundwatch.models.features.FeatureSchema;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains gradient boosted trees with Tribuo. */
final class BoostedTrees {

  static final String POSITIVE = "positive";
  static final String NEGATIVE = "negative";

  private static final LabelFactory LABELS = new LabelFactory();
  private static final List<String> NAMES =
      FeatureSchema.columns().stream().map(Column::name).toList();

  private BoostedTrees() {}

  /**
   * Trains on feature vectors.
   *
   * @param features one row a stay, in the order of the schema; {@code NaN} is missing
   */
  static XGBoostModel<Label> train(double[][] features, boolean[] labels, TrainingConfig config) {
    Dataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance(config.data(), LABELS), LABELS);
    MutableDataset<Label> examples = (MutableDataset<Label>) data;
    for (int i = 0; i < features.length; i++) {
      examples.add(example(features[i], labels[i]));
    }
    return new XGBoostClassificationTrainer(config.rounds(), parameters(config)).train(examples);
  }

  /** One thread and a fixed seed: sums in another order would round to other trees. */
  static Map<String, Object> parameters(TrainingConfig config) {
    return Map.of(
        "tree_method",
        "hist",
        "max_depth",
        config.depth(),
        "eta",
        config.learningRate(),
        "subsample",
        0.8,
        "colsample_bytree",
        0.8,
        "min_child_weight",
        2.0,
        "lambda",
        1.0,
        "nthread",
        1,
        "seed",
        config.seed(),
        "verbosity",
        0);
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

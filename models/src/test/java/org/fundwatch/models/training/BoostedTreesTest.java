package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.scoring.PlattScaling;
import org.fundwatch.models.testing.SampleStays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

class BoostedTreesTest {
  private static double[][] features;
  private static XGBoostModel<Label> model;
  private static FlatTrees flat;

  @BeforeAll
  static void train() {
    TrainingConfig config = Configs.usual(7);
    Periods periods = Periods.split(new SampleStays(7).labelled(2_000), config);
    PeerBaseline peers = PeerBaseline.fit(periods.training().stream().map(Sample::stay).toList());
    double[][] training = Sample.features(periods.training(), peers);
    boolean[] labels = Sample.labels(periods.training(), Sample::lowThreshold);
    model = BoostedTrees.train(training, labels, config);
    flat = TreeFlattener.flatten(model);
    features = Sample.features(periods.test(), peers);
  }

  @Test
  void flattened_everyTestStay_equalsTribuo() {
    assertThat(features.length).isGreaterThan(300);
    for (double[] row : features) {
      double tribuo =
          model
              .predict(BoostedTrees.example(row, false))
              .getOutputScores()
              .get(BoostedTrees.POSITIVE)
              .getScore();
      assertThat(PlattScaling.sigmoid(flat.logOdds(row))).isCloseTo(tribuo, within(1e-6));
    }
  }

  @Test
  void flattened_someFeaturesMissing_equalsTribuo() {
    for (int i = 0; i < features.length; i++) {
      double[] row = features[i].clone();
      for (int j = i % 5; j < row.length; j += 3) {
        row[j] = Double.NaN;
      }
      double tribuo =
          model
              .predict(BoostedTrees.example(row, false))
              .getOutputScores()
              .get(BoostedTrees.POSITIVE)
              .getScore();
      assertThat(PlattScaling.sigmoid(flat.logOdds(row))).isCloseTo(tribuo, within(1e-6));
    }
  }

  @Test
  void flattened_pairsOfMirroredTrees_becomeOneTreeARound() {
    assertThat(flat.roots()).hasSize(Configs.usual(7).rounds());
  }
}

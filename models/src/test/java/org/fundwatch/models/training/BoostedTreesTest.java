package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.assertj.core.data.Offset;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.scoring.LowThresholdModel;
import org.fundwatch.models.scoring.PlattScaling;
import org.fundwatch.models.testing.SampleStays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

class BoostedTreesTest {
  private static final Offset<Double> TOLERANCE = within(1e-4);

  private static List<Sample> stays;
  private static PeerBaseline peers;
  private static double[][] features;
  private static XGBoostModel<Label> model;
  private static FlatTrees flat;

  @BeforeAll
  static void train() {
    TrainingConfig config = Configs.usual(7);
    Periods periods = Periods.split(new SampleStays(7).labelled(2_000), config);
    peers = PeerBaseline.fit(periods.training().stream().map(Sample::stay).toList());
    double[][] training = Sample.features(periods.training(), peers);
    boolean[] labels = Sample.labels(periods.training(), Sample::lowThreshold);
    model = BoostedTrees.train(training, labels, config);
    flat = TreeFlattener.flatten(model);
    stays = periods.test();
    features = Sample.features(stays, peers);
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

  @Test
  void explanation_ofTrees_equalsTheContributionsOfXgboost() throws XGBoostError {
    LowThresholdModel scoring =
        new LowThresholdModel(FeatureSchema.version(), peers, flat, new PlattScaling(1, 0), 0.5);
    for (Sample sample : stays.subList(0, 50)) {
      Map<String, Double> weights =
          scoring.explain(sample.stay()).stream()
              .collect(Collectors.toMap(Attribution::feature, Attribution::weight));
      double[] expected = contributions(peers.features(sample.stay()));
      for (int id = 0; id < expected.length - 1; id++) {
        String name = model.getFeatureIDMap().get(id).getName();
        assertThat(weights.getOrDefault(name, 0.0)).as(name).isCloseTo(expected[id], TOLERANCE);
      }
      assertThat(scoring.baseline()).isCloseTo(expected[expected.length - 1], TOLERANCE);
      double sum = weights.values().stream().mapToDouble(w -> w).sum() + scoring.baseline();
      assertThat(sum).isCloseTo(scoring.score(sample.stay()).raw(), within(1e-5));
    }
  }

  // XGBoost's own TreeSHAP: a row of features and the bias for each class.
  private static double[] contributions(double[] row) throws XGBoostError {
    int width = model.getFeatureIDMap().size();
    float[] values = new float[width];
    for (int id = 0; id < width; id++) {
      values[id] = (float) row[FeatureSchema.indexOf(model.getFeatureIDMap().get(id).getName())];
    }
    DMatrix matrix = new DMatrix(values, 1, width, Float.NaN);
    float[] all = model.getInnerModels().get(0).predictContrib(matrix, 0)[0];
    matrix.dispose();
    int positive = model.getOutputIDInfo().getID(new Label(BoostedTrees.POSITIVE));
    double[] difference = new double[width + 1];
    for (int i = 0; i <= width; i++) {
      difference[i] = all[positive * (width + 1) + i] - all[(1 - positive) * (width + 1) + i];
    }
    return difference;
  }
}

package org.fundwatch.models.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.evaluation.Ranking;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.registry.Provenance;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.scoring.LowThresholdModel;
import org.fundwatch.models.scoring.PlattScaling;

/** Trains, calibrates and evaluates the model of low-threshold admissions. */
final class LowThresholdTraining {

  // A lead for a person to look at should be more probable than not, whatever the target.
  private static final double LOWEST_THRESHOLD = 0.5;
  private static final double[] BINS = {0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1};
  private static final int BASELINES = 3;

  private LowThresholdTraining() {}

  static Trained<LowThresholdModel> train(
      Periods periods, PeerBaseline peers, TrainingConfig config) {
    double[][] features = Sample.features(periods.training(), peers);
    boolean[] labels = Sample.labels(periods.training(), Sample::lowThreshold);
    FlatTrees trees = TreeFlattener.flatten(BoostedTrees.train(features, labels, config));

    boolean[] calibrationLabels = Sample.labels(periods.calibration(), Sample::lowThreshold);
    double[] raw =
        periods.calibration().stream()
            .mapToDouble(sample -> trees.logOdds(peers.features(sample.stay())))
            .toArray();
    PlattScaling calibration = PlattScaling.fit(raw, calibrationLabels);
    double threshold =
        new Ranking(probabilities(raw, calibration), calibrationLabels)
            .thresholdFor(config.targetPrecision(), LOWEST_THRESHOLD);
    LowThresholdModel model =
        new LowThresholdModel(FeatureSchema.version(), peers, trees, calibration, threshold);
    return new Trained<>(
        model,
        Trained.provenance(LowThresholdModel.NAME, method(config), periods, config),
        evaluate(model, periods, bestColumns(features, labels), config));
  }

  private static double[] probabilities(double[] raw, PlattScaling calibration) {
    double[] probabilities = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      probabilities[i] = calibration.probability(raw[i]);
    }
    return probabilities;
  }

  private static Trained.Method method(TrainingConfig config) {
    Map<String, String> settings = new TreeMap<>(BoostedTrees.settings(config));
    settings.put("targetPrecision", Double.toString(config.targetPrecision()));
    return new Trained.Method(
        "gradient boosted trees; Platt scaling and threshold from the calibration period",
        "path-dependent TreeSHAP in calibrated log-odds (Lundberg et al., arXiv:1802.03888)",
        BoostedTrees.library(),
        settings);
  }

  private static Evaluation evaluate(
      LowThresholdModel model, Periods periods, List<Column> baselines, TrainingConfig config) {
    boolean[] labels = Sample.labels(periods.test(), Sample::lowThreshold);
    double[] probabilities =
        periods.test().stream()
            .mapToDouble(sample -> model.score(sample.stay()).probability())
            .toArray();
    Ranking ranking = new Ranking(probabilities, labels);
    double[][] features = Sample.features(periods.test(), model.peers());
    Provenance.Period test = periods.describe().get(2);
    return new Evaluation(
        LowThresholdModel.NAME,
        Trained.note(config, "low-threshold admissions"),
        config.simulated(),
        test.from(),
        test.to(),
        test.stays(),
        test.labelled(),
        ranking.rocAuc(),
        ranking.averagePrecision(),
        ranking.brier(),
        topK(ranking, config.inspectorCapacity()),
        ranking.at(model.threshold()),
        ranking.calibration(BINS),
        baselines.stream().map(column -> column.evaluate(features, labels)).toList());
  }

  static List<Evaluation.TopK> topK(Ranking ranking, int capacity) {
    return Stream.of(capacity / 2, capacity, capacity * 2)
        .map(k -> new Evaluation.TopK(k, ranking.precisionAt(k)))
        .toList();
  }

  /** A single column as a score, smaller being more suspicious where {@code sign} is -1. */
  private record Column(int index, int sign) {
    Ranking ranking(double[][] features, boolean[] labels) {
      double[] scores = new double[features.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = sign * features[i][index];
      }
      return new Ranking(scores, labels);
    }

    Evaluation.Baseline evaluate(double[][] features, boolean[] labels) {
      Ranking ranking = ranking(features, labels);
      String name = FeatureSchema.columns().get(index).name();
      return new Evaluation.Baseline(
          sign < 0 ? "-" + name : name, ranking.rocAuc(), ranking.averagePrecision());
    }
  }

  // Chosen on the training period, as the model was.
  private static List<Column> bestColumns(double[][] features, boolean[] labels) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < FeatureSchema.columns().size(); i++) {
      columns.add(new Column(i, 1));
      columns.add(new Column(i, -1));
    }
    Map<Column, Double> quality = new HashMap<>();
    columns.forEach(
        column -> quality.put(column, column.ranking(features, labels).averagePrecision()));
    columns.sort(Comparator.comparingDouble(column -> -quality.getOrDefault(column, 0.0)));
    return columns.subList(0, BASELINES);
  }
}

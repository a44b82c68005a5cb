package org.fundwatch.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import libsvm.svm;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.evaluation.Ranking;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.registry.Provenance;
import org.fundwatch.models.scoring.OneClass;
import org.fundwatch.models.scoring.TailProbability;
import org.fundwatch.models.scoring.UnusualStayModel;

/**
 * Trains, calibrates and evaluates the model of unusual stays. Labels play no part in it but in the
 * evaluation, where any kind of fraud counts.
 */
final class UnusualStayTraining {

  private static final double[] TAILS = {0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5};

  private UnusualStayTraining() {}

  static Trained<UnusualStayModel> train(
      Periods periods, PeerBaseline peers, TrainingConfig config) {
    OneClass region =
        OneClassTrainer.train(Sample.features(periods.training(), peers), config).flat();
    double[] calibration =
        periods.calibration().stream()
            .mapToDouble(sample -> region.score(peers.features(sample.stay())))
            .toArray();
    UnusualStayModel model =
        new UnusualStayModel(
            FeatureSchema.version(),
            peers,
            region,
            TailProbability.fit(calibration),
            config.unusualShare());
    return new Trained<>(
        model,
        Trained.provenance(UnusualStayModel.NAME, method(config), periods, config),
        evaluate(model, periods, config));
  }

  private static Trained.Method method(TrainingConfig config) {
    return new Trained.Method(
        "one-class support vector machine, Gaussian kernel, over comparisons with peers; conformal"
            + " tail probability from the calibration period",
        "integrated gradients from the typical stay (Sundararajan et al., arXiv:1703.01365)",
        "LibSVM " + svm.LIBSVM_VERSION / 100.0,
        Map.of(
            "nu", Double.toString(OneClassTrainer.NU),
            "gamma", Double.toString(OneClassTrainer.GAMMA),
            "columns", String.join(" ", OneClassTrainer.COLUMNS),
            "maxExamples", Integer.toString(OneClassTrainer.MAX_EXAMPLES),
            "unusualShare", Double.toString(config.unusualShare())));
  }

  private static Evaluation evaluate(
      UnusualStayModel model, Periods periods, TrainingConfig config) {
    boolean[] wrong = Sample.labels(periods.test(), Sample::wrong);
    double[] probabilities =
        periods.test().stream()
            .mapToDouble(sample -> model.score(sample.stay()).probability())
            .toArray();
    double[] raw =
        periods.test().stream().mapToDouble(sample -> model.score(sample.stay()).raw()).toArray();
    Ranking byRaw = new Ranking(raw, wrong);
    Provenance.Period test = periods.describe().get(2);
    return new Evaluation(
        UnusualStayModel.NAME,
        Trained.note(config, "fraud of any kind, which the model never saw labelled"),
        config.simulated(),
        test.from(),
        test.to(),
        test.stays(),
        byRaw.positives(),
        byRaw.rocAuc(),
        byRaw.averagePrecision(),
        null,
        LowThresholdTraining.topK(byRaw, config.inspectorCapacity()),
        new Ranking(probabilities, wrong).at(1 - model.share()),
        tails(probabilities, wrong),
        List.of(meanDistance(model, periods, wrong)));
  }

  /** Among the stays without label: how many are as rare as the model says. */
  private static List<Evaluation.Bin> tails(double[] probabilities, boolean[] wrong) {
    List<Evaluation.Bin> bins = new ArrayList<>();
    for (double tail : TAILS) {
      int ordinary = 0;
      int told = 0;
      for (int i = 0; i < probabilities.length; i++) {
        if (!wrong[i]) {
          ordinary++;
          told += 1 - probabilities[i] <= tail ? 1 : 0;
        }
      }
      bins.add(new Evaluation.Bin(0, tail, ordinary, tail, told / (double) ordinary));
    }
    return bins;
  }

  // What the machine must beat: the plain mean distance from the peers over the same columns.
  private static Evaluation.Baseline meanDistance(
      UnusualStayModel model, Periods periods, boolean[] wrong) {
    double[] distances =
        periods.test().stream()
            .mapToDouble(
                sample ->
                    DoubleStream.of(model.region().shaped(model.peers().features(sample.stay())))
                        .map(Math::abs)
                        .average()
                        .orElse(0))
            .toArray();
    Ranking ranking = new Ranking(distances, wrong);
    return new Evaluation.Baseline(
        "mean_distance_from_peers", ranking.rocAuc(), ranking.averagePrecision());
  }
}

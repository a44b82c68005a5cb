package org.fundwatch.models.training;

import java.util.Locale;
import java.util.Map;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.registry.Provenance;
import org.fundwatch.models.scoring.StayModel;
import org.tribuo.Tribuo;

/** A trained model with its papers. */
record Trained<M extends StayModel>(M model, Provenance provenance, Evaluation evaluation) {

  /** Where a model comes from, as far as the two differ in it. */
  record Method(
      String algorithm, String attribution, String library, Map<String, String> settings) {}

  static Provenance provenance(String name, Method method, Periods periods, TrainingConfig config) {
    return new Provenance(
        name,
        method.algorithm(),
        method.attribution(),
        "Tribuo " + Tribuo.VERSION + ", " + method.library(),
        method.settings(),
        config.seed(),
        config.data(),
        config.simulated(),
        periods.describe(),
        FeatureSchema.version(),
        FeatureSchema.columns(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  /** What the figures of an evaluation are made from, to stand beside them wherever they go. */
  static String note(TrainingConfig config, String label) {
    return config.simulated()
        ? "Simulated data: says how well the model finds what the simulator injects (%s), not how"
                .formatted(label)
            + " well it does in the field."
        : "Labels: %s, of %s.".formatted(label, config.data());
  }

  String line(String version) {
    return String.format(
        Locale.ROOT,
        "%s %s%s: test %s to %s, %d stays, %d labelled: ROC-AUC %.4f, PR-AUC %.4f; told %d,"
            + " precision %.3f, recall %.3f",
        model.name(),
        version,
        evaluation.simulated() ? " (simulated data)" : "",
        evaluation.from(),
        evaluation.to(),
        evaluation.stays(),
        evaluation.positives(),
        evaluation.rocAuc(),
        evaluation.prAuc(),
        evaluation.threshold().told(),
        evaluation.threshold().precision(),
        evaluation.threshold().recall());
  }
}

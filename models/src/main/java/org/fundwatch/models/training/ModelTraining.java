package org.fundwatch.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.registry.ModelRegistry;

/**
 * Trains both models on one period, calibrates and chooses thresholds on the next, evaluates on the
 * last, and publishes them. Equal examples in equal order, an equal configuration and the same Java
 * give equal versions.
 */
public final class ModelTraining {

  private ModelTraining() {}

  /**
   * What was published.
   *
   * @param lowThreshold version of the model of low-threshold admissions
   * @param lowThresholdEvaluation how it did
   * @param unusual version of the model of unusual stays
   * @param unusualEvaluation how it did
   */
  public record Published(
      String lowThreshold,
      Evaluation lowThresholdEvaluation,
      String unusual,
      Evaluation unusualEvaluation) {}

  /**
   * Trains and publishes.
   *
   * @param encounters read once; what the models do not judge is passed over
   * @param registry folder of the registry, made when it does not exist
   * @param progress told each step in words
   * @throws IllegalArgumentException when a period has no labelled or no ordinary stay
   * @throws IOException when the registry cannot be written
   */
  public static Published train(
      Stream<LabelledEncounter> encounters,
      TrainingConfig config,
      Path registry,
      Consumer<String> progress)
      throws IOException {
    Periods periods = Periods.split(encounters, config);
    periods.describe().forEach(period -> progress.accept(period.toString()));
    PeerBaseline peers = PeerBaseline.fit(periods.training().stream().map(Sample::stay).toList());
    progress.accept("peers: %d circles".formatted(peers.circles().size()));

    ModelRegistry models = new ModelRegistry(registry);
    Trained<?> low = LowThresholdTraining.train(periods, peers, config);
    String lowVersion = models.publish(low.model(), low.provenance(), low.evaluation());
    progress.accept(low.line(lowVersion));
    Trained<?> unusual = UnusualStayTraining.train(periods, peers, config);
    String unusualVersion =
        models.publish(unusual.model(), unusual.provenance(), unusual.evaluation());
    progress.accept(unusual.line(unusualVersion));
    return new Published(lowVersion, low.evaluation(), unusualVersion, unusual.evaluation());
  }
}

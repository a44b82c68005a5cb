package org.fundwatch.models.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.models.StayScores;
import org.fundwatch.models.scoring.LowThresholdModel;
import org.fundwatch.models.scoring.UnusualStayModel;
import org.fundwatch.models.testing.GoldenStays;

/**
 * Remakes the models that come with the code, and the recorded scores of the golden stays. To be
 * run in the folder of this module whenever the feature schema or the simulator changes.
 */
public final class BuiltInModels {
  static final Path RESOURCES = Path.of("src/main/resources/org/fundwatch/models/builtin");
  static final Path GOLDEN = Path.of("src/test/resources/org/fundwatch/models/golden-scores.json");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BuiltInModels() {}

  public static void main(String[] args) throws IOException {
    SimulatedYear year = SimulatedYear.simulate();
    Path registry = Files.createTempDirectory("models");
    ModelTraining.Published published =
        ModelTraining.train(
            year.history().encounters(), year.config(), registry, System.out::println);
    copy(registry.resolve(LowThresholdModel.NAME), published.lowThreshold());
    copy(registry.resolve(UnusualStayModel.NAME), published.unusual());
    Scorer scorer = Scorer.load(registry);
    Files.createDirectories(GOLDEN.getParent());
    MAPPER.writeValue(GOLDEN.toFile(), goldenScores(scorer));
    year.printTold(scorer);
  }

  /** Raw scores of both models by encounter. */
  static Map<String, List<Double>> goldenScores(Scorer scorer) {
    Map<String, List<Double>> scores = new TreeMap<>();
    for (Encounter stay : GoldenStays.all()) {
      StayScores both = scorer.scores(stay, new Timeline(List.of(stay))).orElseThrow();
      scores.put(stay.id(), List.of(both.lowThreshold().raw(), both.unusual().raw()));
    }
    return scores;
  }

  private static void copy(Path model, String version) throws IOException {
    Path target = RESOURCES.resolve(model.getFileName());
    Files.createDirectories(target);
    for (String file : List.of("model.json", "provenance.json", "evaluation.json")) {
      Files.copy(
          model.resolve(version).resolve(file),
          target.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

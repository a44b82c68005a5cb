package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.models.features.Column;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.testing.GoldenStays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a change of schema or simulator: run {@link BuiltInModels} again. */
class BuiltInModelsTest {
  private static final int MOST_BYTES = 400 * 1024;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Scorer scorer = Scorer.builtIn();

  private static InputStream resource(String path) {
    return Objects.requireNonNull(BuiltInModelsTest.class.getResourceAsStream(path), path);
  }

  private static List<Finding> score(Encounter stay) {
    return Scorer.builtIn().score(stay, new Timeline(List.of(stay)));
  }

  @Test
  void builtIn_goldenStays_scoreAsRecorded() throws IOException {
    Map<String, List<Double>> recorded =
        MAPPER.readValue(
            resource("/org/fundwatch/models/golden-scores.json"), new TypeReference<>() {});

    Map<String, List<Double>> scores = BuiltInModels.goldenScores(scorer);

    assertThat(scores.keySet()).isEqualTo(recorded.keySet());
    recorded.forEach(
        (id, both) -> {
          // exp and log may differ in the last place between machines
          assertThat(scores.get(id).get(0)).as(id).isCloseTo(both.get(0), within(1e-9));
          assertThat(scores.get(id).get(1)).as(id).isCloseTo(both.get(1), within(1e-9));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"low-threshold", "unusual-stay"})
  void builtIn_papers_matchTheCodeAndSaySimulated(String model) throws IOException {
    String folder = "/org/fundwatch/models/builtin/" + model + "/";
    JsonNode provenance = MAPPER.readTree(resource(folder + "provenance.json"));
    JsonNode evaluation = MAPPER.readTree(resource(folder + "evaluation.json"));

    assertThat(provenance.get("schema").textValue()).isEqualTo(FeatureSchema.version());
    assertThat(provenance.get("features").findValuesAsText("name"))
        .isEqualTo(FeatureSchema.columns().stream().map(Column::name).toList());
    assertThat(provenance.get("simulated").booleanValue()).isTrue();
    assertThat(evaluation.get("note").textValue()).startsWith("Simulated data:");
  }

  @Test
  void builtIn_files_areSmall() throws IOException {
    int bytes = 0;
    for (String model : List.of("low-threshold", "unusual-stay")) {
      for (String file : List.of("model", "provenance", "evaluation")) {
        String path = "/org/fundwatch/models/builtin/%s/%s.json".formatted(model, file);
        bytes += resource(path).readAllBytes().length;
      }
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void builtIn_ordinaryStay_isLeftInPeace() {
    assertThat(score(GoldenStays.ordinary())).isEmpty();
  }

  @Test
  void builtIn_twoDaysOfExaminations_isSuspected() {
    assertThat(score(GoldenStays.checkUp()))
        .extracting(finding -> finding.rule().id())
        .contains("ML01-low-threshold");
  }

  @Test
  void builtIn_fortyDaysAtTenTimesTheCost_isUnusual() {
    assertThat(score(GoldenStays.expensive()))
        .extracting(finding -> finding.rule().id())
        .contains("ML02-unusual-stay");
  }
}

package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.models.Scorer;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.testing.SampleStays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {
  @TempDir static Path registry;
  private static final List<String> told = new ArrayList<>();
  private static ModelTraining.Published published;

  @BeforeAll
  static void train() throws IOException {
    published = train(7, registry);
  }

  private static ModelTraining.Published train(long dataSeed, Path where) throws IOException {
    return ModelTraining.train(
        new SampleStays(dataSeed).labelled(4_000), Configs.usual(7), where, told::add);
  }

  @Test
  void train_sameExamplesAndSeed_givesSameVersionsAndBytes(@TempDir Path again) throws IOException {
    ModelTraining.Published second = train(7, again);

    assertThat(second).isEqualTo(published);
    for (String file : List.of("model.json", "provenance.json", "evaluation.json")) {
      Path place = Path.of("low-threshold", published.lowThreshold(), file);
      assertThat(again.resolve(place)).hasSameBinaryContentAs(registry.resolve(place));
    }
  }

  @Test
  void train_otherExamples_givesOtherVersions(@TempDir Path other) throws IOException {
    ModelTraining.Published second = train(8, other);

    assertThat(second.lowThreshold()).isNotEqualTo(published.lowThreshold());
    assertThat(second.unusual()).isNotEqualTo(published.unusual());
  }

  @Test
  void evaluation_heldOutPeriod_beatsChanceAndSaysSimulated() {
    Evaluation evaluation = published.lowThresholdEvaluation();

    assertThat(evaluation.from()).isGreaterThanOrEqualTo("2026-06-01");
    assertThat(evaluation.rocAuc()).isGreaterThan(0.85);
    assertThat(evaluation.brier())
        .isLessThan(evaluation.positives() / (double) evaluation.stays() * 0.5);
    assertThat(evaluation.calibration())
        .allSatisfy(bin -> assertThat(bin.predicted()).isBetween(bin.from(), bin.to()));
    assertThat(evaluation.baselines()).hasSize(3);
    assertThat(evaluation.note()).startsWith("Simulated data:");
    assertThat(told).anyMatch(line -> line.contains("(simulated data)"));
  }

  @Test
  void evaluation_unusualStays_tailIsAsRareAsItSays() {
    assertThat(published.unusualEvaluation().calibration())
        .filteredOn(bin -> bin.to() >= 0.05)
        .isNotEmpty()
        .allSatisfy(bin -> assertThat(bin.observed()).isBetween(bin.to() / 3, bin.to() * 3));
  }

  @Test
  void provenance_published_namesWhatItTakesToRepeat() throws IOException {
    String provenance =
        Files.readString(
            registry.resolve(
                Path.of("low-threshold", published.lowThreshold(), "provenance.json")));

    assertThat(provenance)
        .contains("\"seed\" : 7", "Tribuo 4.3.2", "XGBoost4J 1.6.2", "stays invented by the tests")
        .contains("\"simulated\" : true", "TreeSHAP", "\"use\" : \"calibration\"");
  }

  @Test
  void load_publishedModels_scoresWithTheirVersions() throws IOException {
    assertThat(Scorer.load(registry).version())
        .isEqualTo(
            "low-threshold@%s,unusual-stay@%s"
                .formatted(published.lowThreshold(), published.unusual()));
  }

  @Test
  void train_noLabelInAPeriod_isRefused(@TempDir Path empty) {
    Stream<LabelledEncounter> unlabelled =
        new SampleStays(7)
            .labelled(500)
            .map(
                e -> new LabelledEncounter(e.encounter(), e.timeline(), Set.of(), e.serviceDate()));

    assertThatThrownBy(() -> ModelTraining.train(unlabelled, Configs.usual(7), empty, line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "training period: 0 of \\d+ stays labelled LOW_THRESHOLD; some but not all");
  }

  @Test
  void config_periodsOutOfOrder_isRefused() {
    assertThatThrownBy(
            () ->
                TrainingConfig.of(
                    1,
                    SampleStays.BEGINNING.plusMonths(2),
                    SampleStays.BEGINNING.plusMonths(2),
                    "",
                    true))
        .hasMessage(
            "training: calibration from 2026-03-01, test from 2026-03-01; calibration comes first");
  }
}

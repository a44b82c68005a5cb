package org.fundwatch.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.scoring.LowThresholdModel;
import org.fundwatch.models.scoring.PlattScaling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final String NAME = LowThresholdModel.NAME;

  @TempDir Path root;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    registry = new ModelRegistry(root);
  }

  private static LowThresholdModel model(String schema, double threshold) {
    FlatTrees stump =
        new FlatTrees(
            new int[] {0},
            new int[] {2, -1, -1},
            new float[] {0.1f, -1, 1},
            new int[] {1, 0, 0},
            new int[] {1, 0, 0},
            new float[] {3, 2, 1});
    return new LowThresholdModel(
        schema, new PeerBaseline(Map.of()), stump, new PlattScaling(1.25, -0.5), threshold);
  }

  private String publish(LowThresholdModel model) throws IOException {
    Provenance provenance =
        new Provenance(
            NAME, "", "", "", Map.of(), 1, "", true, List.of(), model.schema(), List.of(), "", "");
    Evaluation evaluation =
        new Evaluation(
            NAME,
            "",
            true,
            "",
            "",
            0,
            0,
            0,
            0,
            null,
            List.of(),
            new Evaluation.AtThreshold(0, 0, 0, 0),
            List.of(),
            List.of());
    return registry.publish(model, provenance, evaluation);
  }

  private PublishedModel<LowThresholdModel> load() throws IOException {
    return registry.load(NAME, LowThresholdModel.class);
  }

  @Test
  void load_published_scoresTheSame() throws IOException {
    LowThresholdModel model = model(FeatureSchema.version(), 0.9);
    String version = publish(model);

    PublishedModel<LowThresholdModel> loaded = load();

    assertThat(loaded.version()).isEqualTo(version).matches("[0-9a-f]{12}");
    assertThat(loaded.model()).usingRecursiveComparison().isEqualTo(model);
  }

  @Test
  void publish_sameContentTwice_isOneVersion() throws IOException {
    String first = publish(model(FeatureSchema.version(), 0.9));
    String second = publish(model(FeatureSchema.version(), 0.9));

    assertThat(second).isEqualTo(first);
    try (Stream<Path> left = Files.list(root.resolve(NAME))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(first, "current");
    }
  }

  @Test
  void publish_anotherModel_becomesCurrentAndTheOldOneStays() throws IOException {
    String first = publish(model(FeatureSchema.version(), 0.9));
    String second = publish(model(FeatureSchema.version(), 0.8));

    assertThat(load().version()).isEqualTo(second).isNotEqualTo(first);
    assertThat(root.resolve(NAME).resolve(first).resolve("model.json")).exists();
  }

  @Test
  void load_nothingPublished_saysSo() {
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelRegistryException.class)
        .hasMessage(root + ": no current version of model 'low-threshold'; train one first");
  }

  @Test
  void load_newerFormat_isRefused() throws IOException {
    Path file = root.resolve(NAME).resolve("abc").resolve("model.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"format\":2,\"name\":\"low-threshold\"}");
    Files.writeString(root.resolve(NAME).resolve("current"), "abc\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(ModelRegistryException.class)
        .hasMessage(file + ": format 2; the newest supported is 1");
  }

  @Test
  void load_truncatedFile_isRefused() throws IOException {
    Path file = root.resolve(NAME).resolve("abc").resolve("model.json");
    Files.createDirectories(file.getParent());
    Files.writeString(root.resolve(NAME).resolve("current"), "abc\n");

    Files.writeString(file, "{\"format\":1,\"na");
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageStartingWith(file + ": Unexpected end-of-input")
        .hasMessageEndingWith("; JSON expected");

    Files.writeString(file, "{\"format\":1}");
    assertThatThrownBy(this::load).hasMessage(file + ": no 'model'; one JSON object expected");
  }

  @Test
  void load_otherFeatureSchema_isRefused() throws IOException {
    String version = publish(model("0123456789abcdef", 0.9));

    assertThatThrownBy(this::load)
        .hasMessage(
            "%s: trained on feature schema 0123456789abcdef; this code computes %s, train again"
                .formatted(
                    root.resolve(NAME).resolve(version).resolve("model.json"),
                    FeatureSchema.version()));
  }

  @Test
  void load_changedContent_isRefused() throws IOException {
    String version = publish(model(FeatureSchema.version(), 0.9));
    Path file = root.resolve(NAME).resolve(version).resolve("model.json");
    String content = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, content.replace("\"threshold\":0.9", "\"threshold\":0.1"));

    assertThatThrownBy(this::load)
        .isInstanceOf(ModelRegistryException.class)
        .hasMessageMatching(".*: content of version [0-9a-f]{12}; its folder says " + version);
  }
}

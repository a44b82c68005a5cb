package org.fundwatch.notebooks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every notebook against the real kernel, as Jupyter would. */
class NotebookIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_runHeadless_endsWithoutErrorAndShowsCharts(Path file) throws IOException {
    ObjectNode notebook = (ObjectNode) JSON.readTree(file.toFile());
    int charts = 0;
    try (KernelClient kernel =
        new KernelClient(folder, Map.of("FUNDWATCH_NOTEBOOK_PERSONS", "4000"))) {
      for (JsonNode cell : notebook.path("cells")) {
        if (cell.path("cell_type").asText().equals("code")) {
          String source = source(cell);
          ArrayNode outputs = kernel.run(source);
          for (JsonNode output : outputs) {
            assertThat(output.path("output_type").asText())
                .as("%s%n%s", source, output)
                .isNotEqualTo("error");
            charts += output.path("data").path("text/html").asText().startsWith("<svg") ? 1 : 0;
          }
          ((ObjectNode) cell).set("outputs", outputs);
        }
      }
    }
    Path executed = Files.createDirectories(Path.of("target", "executed"));
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(executed.resolve(file.getFileName()).toFile(), notebook);
    assertThat(charts).isPositive();
  }

  private static String source(JsonNode cell) {
    StringBuilder text = new StringBuilder();
    cell.path("source").forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}

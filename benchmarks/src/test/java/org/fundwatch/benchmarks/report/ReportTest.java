package org.fundwatch.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final String DOCUMENT =
      """
      # Benchmarks

      <!-- measured: stages -->
      old
      <!-- end: stages -->

      ## More
      """;

  @TempDir private Path folder;

  /** Stands for any figures. */
  record Speed(int perSecond) {}

  @Test
  void write_figuresAndText_areTwoFiles() throws Exception {
    new Report("stages", List.of(new Speed(1_000)), "fast\n").write(folder.resolve("results"));

    assertThat(folder.resolve("results/stages.json"))
        .hasContent("[ {\n  \"perSecond\" : 1000\n} ]");
    assertThat(folder.resolve("results/stages.md")).hasContent("fast\n");
  }

  @Test
  void writeSection_twice_replacesOnlyTheSection() throws Exception {
    Path document = Files.writeString(folder.resolve("benchmarks.md"), DOCUMENT);

    new Report("stages", List.of(), "newer\n").writeSection(document);
    new Report("stages", List.of(), "newest $1 \\ figures\n").writeSection(document);

    assertThat(document).hasContent(DOCUMENT.replace("old\n", "newest $1 \\ figures\n"));
  }

  @Test
  void section_missing_isRefused() {
    assertThatThrownBy(() -> Report.section(DOCUMENT, "jmh", "text"))
        .hasMessage(
            "section jmh: not found; the document needs the lines '<!-- measured: jmh -->' and"
                + " '<!-- end: jmh -->'");
  }

  @Test
  void documentOfTheProject_hasEverySection() throws Exception {
    String document = Files.readString(Path.of("../docs/benchmarks.md"));

    assertThat(Stream.of("whole-path", "stages", "jmh"))
        .allSatisfy(
            name -> assertThat(Report.section(document, name, "new\n")).contains("-->\nnew\n<!--"));
  }
}

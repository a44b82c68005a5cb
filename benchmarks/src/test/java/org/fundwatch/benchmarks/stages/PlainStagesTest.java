package org.fundwatch.benchmarks.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fundwatch.benchmarks.events.EventFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainStagesTest {

  @TempDir private Path folder;

  @Test
  void measure_simulatedEvents_readsAndFinds() throws Exception {
    EventFile file = EventFile.simulate(folder.resolve("events"), 5, 4_000);

    List<StageFigures> figures = PlainStages.measure(file, 500);

    assertThat(figures)
        .extracting(StageFigures::name)
        .containsExactly(
            "read JSON, plain Java, one thread",
            "history, rules and models, plain Java, one thread");
    assertThat(figures).allSatisfy(stage -> assertThat(stage.perSecond()).isPositive());
  }

  @Test
  void text_figures_isATable() {
    assertThat(StagesBenchmark.text(List.of(new StageFigures("read", 12_345.6, 80, 0, null))))
        .isEqualTo(
            """
            | stage | settlements a second | CPU a settlement, µs | settlements a CPU second | peak memory, MB |
            |---|--:|--:|--:|--:|
            | read | 12,346 | 80 | 12,500 |  |
            """);
  }
}

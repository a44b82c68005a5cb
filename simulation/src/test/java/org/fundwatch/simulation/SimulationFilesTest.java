package org.fundwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {

  private static final SimulationConfig SMALL =
      new SimulationConfig(9, 4_000, 60, SampleRun.MARCH, 1, 5, 2);

  @TempDir Path directory;

  @Test
  void write_filesHoldTheRun() throws IOException {
    List<Long> progress = new ArrayList<>();
    Path into = directory.resolve("run");

    long events = SimulationFiles.write(SMALL, into, progress::add);

    SampleRun run = SampleRun.of(SMALL);
    List<String> lines = Files.readAllLines(into.resolve(SimulationFiles.EVENTS));
    assertThat(lines).hasSize(run.events.size()).hasSize((int) events);
    SettlementEventReader reader = new SettlementEventReader();
    assertThat(reader.read(lines.get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(new Parsed.Accepted(run.events.get(0)));
    assertThat(progress).last().isEqualTo(events);
    JsonMapper json = new JsonMapper();
    List<TruthEntry> truth = new ArrayList<>();
    for (String line : Files.readAllLines(into.resolve(SimulationFiles.TRUTH))) {
      truth.add(json.readValue(line, TruthEntry.class));
    }
    assertThat(truth).isEqualTo(run.truth);
  }
}

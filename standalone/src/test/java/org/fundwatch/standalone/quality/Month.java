package org.fundwatch.standalone.quality;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.SimulationFiles;
import org.fundwatch.simulation.TruthEntry;

/**
 * A simulated month in files.
 *
 * @param events national JSON lines, in order of sending
 * @param count how many
 * @param truth what really happened
 */
record Month(Path events, long count, List<TruthEntry> truth) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          // What the truth answers beside its components.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static Month simulate(SimulationConfig config, Path folder) throws IOException {
    long count = SimulationFiles.write(config, folder, written -> {});
    List<TruthEntry> truth = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(SimulationFiles.TRUTH))) {
      truth.add(MAPPER.readValue(line, TruthEntry.class));
    }
    return new Month(folder.resolve(SimulationFiles.EVENTS), count, List.copyOf(truth));
  }

  /** The same events in another order. */
  Path shuffled(long seed) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(events));
    Collections.shuffle(lines, new Random(seed));
    return Files.write(events.resolveSibling("shuffled.jsonl"), lines);
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.SimulationFiles;

/**
 * The month that the demo replays; made once for each configuration.
 *
 * @param events file of national JSON lines
 * @param made true when this run made it
 */
record DemoMonth(Path events, boolean made) {

  private static final String COMPLETE = "complete";

  static DemoMonth of(Path folder, SimulationConfig config) throws IOException {
    Path month =
        folder.resolve(
            "seed-%d-persons-%d-institutions-%d-from-%s-fraud-%s"
                .formatted(
                    config.seed(),
                    config.persons(),
                    config.institutions(),
                    config.from(),
                    config.fraudScale()));
    Path events = month.resolve(SimulationFiles.EVENTS);
    if (Files.exists(month.resolve(COMPLETE))) {
      return new DemoMonth(events, false);
    }
    long unused = SimulationFiles.write(config, month, written -> {});
    Files.createFile(month.resolve(COMPLETE));
    return new DemoMonth(events, true);
  }
}

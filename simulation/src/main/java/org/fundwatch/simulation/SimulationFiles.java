package org.fundwatch.simulation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.fundwatch.domain.json.SettlementEventWriter;

/** Writes a simulation to files. */
public final class SimulationFiles {

  /** The events, one JSON object a line, in order of sending. */
  public static final String EVENTS = "events.jsonl";

  /** The ground truth, one {@link TruthEntry} a line. */
  public static final String TRUTH = "truth.jsonl";

  private static final int BUFFER = 1 << 20;
  private static final int REPORT_EVERY = 1 << 14;

  private SimulationFiles() {}

  /**
   * Runs a simulation into {@link #EVENTS} and {@link #TRUTH}; existing files are replaced.
   *
   * @param directory made where it is missing
   * @param progress told the number of events written, now and then and at the end
   * @return the number of events
   */
  public static long write(SimulationConfig config, Path directory, LongConsumer progress)
      throws IOException {
    Files.createDirectories(directory);
    SettlementEventWriter writer = new SettlementEventWriter();
    JsonMapper json = new JsonMapper();
    try (OutputStream events = open(directory.resolve(EVENTS));
        OutputStream truth = open(directory.resolve(TRUTH))) {
      long[] written = {0};
      long total =
          Simulation.run(
              config,
              plan -> writer.write(plan.event().get()),
              line -> {
                put(events, line);
                if (++written[0] % REPORT_EVERY == 0) {
                  progress.accept(written[0]);
                }
              },
              entry -> put(truth, bytes(json, entry)));
      progress.accept(total);
      return total;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  private static byte[] bytes(JsonMapper json, TruthEntry entry) {
    try {
      return json.writeValueAsBytes(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.fundwatch.benchmarks.events;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;

/**
 * Simulated events on disk, so that a measurement neither makes them nor holds them in memory. One
 * a line, in sending order: message id, person, JSON, with tabs between.
 *
 * @param file where
 * @param events how many
 * @param bytes of their JSON, together
 */
public record EventFile(Path file, int events, long bytes) {

  // A year: histories are as long as they get in the retention of 400 days.
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int MONTHS = 12;
  private static final int INSTITUTIONS = 120;
  private static final int LEAST_PERSONS = 2_000;
  // The simulation's calibration gives 5.3; fewer, so that there are enough.
  private static final double EVENTS_A_PERSON = 5;

  /**
   * Simulates the first events of a year of calibrated life, with as many people as it takes.
   *
   * @throws IOException when the file cannot be written
   * @throws IllegalStateException when the year has fewer events than were asked for
   */
  public static EventFile simulate(Path file, long seed, int events) throws IOException {
    int persons = Math.max(LEAST_PERSONS, (int) Math.ceil(events / EVENTS_A_PERSON));
    SimulationConfig config = new SimulationConfig(seed, persons, INSTITUTIONS, FROM, MONTHS, 1, 2);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      Lines lines = new Lines(out, events);
      long made = Simulation.run(config, lines::add, truth -> {});
      if (made < events) {
        throw new IllegalStateException(
            "simulation of %d people: %d events; %d are needed".formatted(persons, made, events));
      }
      return new EventFile(file, events, lines.bytes);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Reads from the first event on. */
  public EventReader open() throws IOException {
    return new EventReader(file);
  }

  /** Mean length of an event's JSON, in bytes. */
  public long meanBytes() {
    return bytes / events;
  }

  private static final class Lines {
    private final SettlementEventWriter writer = new SettlementEventWriter();
    private final OutputStream out;
    private int left;
    private long bytes;

    Lines(OutputStream out, int events) {
      this.out = out;
      this.left = events;
    }

    void add(SettlementEvent event) {
      if (left-- <= 0) {
        return;
      }
      byte[] json = writer.write(event);
      bytes += json.length;
      String head = event.messageId() + '\t' + event.settlement().person().id() + '\t';
      try {
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(json);
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

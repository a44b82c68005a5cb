package org.fundwatch.benchmarks.events;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;

/**
 * Simulated events on disk, so that a measurement neither makes them nor holds them in memory: in
 * sending order the message id, the person and the JSON of each, with their lengths.
 *
 * @param file where
 * @param events how many
 * @param bytes of their JSON, together
 * @param lines of their fee lines, together
 */
public record EventFile(Path file, int events, long bytes, long lines) {

  /**
   * Mean number of fee lines: what the nation's design peak has (2,500 settlements and 25,000 lines
   * a second), visits of a few lines and stays of hundreds together.
   */
  public static final int LINES = 10;

  // A year: histories are as long as they get in the retention of 400 days.
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int MONTHS = 12;
  private static final int INSTITUTIONS = 120;
  private static final int LEAST_PERSONS = 2_000;
  // The calibration gives about 5, and some are left out; fewer, so that there are enough.
  private static final double EVENTS_A_YEAR = 2.5;

  /**
   * Simulates the first events of a year of calibrated life, with as many people as it takes. Of
   * those with fewer than {@value #LINES} fee lines some are left out, so that the mean is that.
   *
   * @throws IOException when the file cannot be written
   * @throws IllegalStateException when the year has fewer events than were asked for
   */
  public static EventFile simulate(Path file, long seed, int events) throws IOException {
    return simulate(file, seed, events, MONTHS, 1);
  }

  /**
   * The same with fewer months of more people, and with more fraud, and so more alerts.
   *
   * @param fraudScale multiplies the rates of frauds and look-alikes
   */
  public static EventFile simulate(Path file, long seed, int events, int months, double fraudScale)
      throws IOException {
    double eventsAPerson = EVENTS_A_YEAR * months / MONTHS;
    int persons = Math.max(LEAST_PERSONS, (int) Math.ceil(events / eventsAPerson));
    SimulationConfig config =
        new SimulationConfig(seed, persons, INSTITUTIONS, FROM, months, fraudScale, 2);
    EventFile made = write(file, config, events, LINES);
    if (made.events < events) {
      throw new IllegalStateException(
          "simulation of %d people: %d events of %d lines; %d are needed"
              .formatted(persons, made.events, LINES, events));
    }
    return made;
  }

  /** All events of a simulation as they are, none left out. */
  public static EventFile simulate(Path file, SimulationConfig config) throws IOException {
    return write(file, config, Integer.MAX_VALUE, 0);
  }

  private static EventFile write(Path file, SimulationConfig config, int most, int meanLines)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      Recorder recorder = new Recorder(out, most, meanLines);
      long unused = Simulation.run(config, recorder::add, truth -> {});
      return new EventFile(file, recorder.taken, recorder.bytes, recorder.lines);
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

  /** Mean number of an event's fee lines. */
  public double meanLines() {
    return (double) lines / events;
  }

  private static final class Recorder {
    private final SettlementEventWriter writer = new SettlementEventWriter();
    private final DataOutputStream out;
    private final int meanLines;
    private int left;
    private int taken;
    private long lines;
    private long bytes;

    Recorder(DataOutputStream out, int events, int meanLines) {
      this.out = out;
      this.left = events;
      this.meanLines = meanLines;
    }

    void add(SettlementEvent event) {
      int more = event.settlement().lines().size();
      boolean tooShort = more < meanLines && lines + more < (long) meanLines * (taken + 1);
      if (left == 0 || tooShort) {
        return;
      }
      left--;
      taken++;
      lines += more;
      byte[] json = writer.write(event);
      bytes += json.length;
      try {
        out.writeUTF(event.messageId());
        out.writeUTF(event.settlement().person().id());
        out.writeInt(json.length);
        out.write(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

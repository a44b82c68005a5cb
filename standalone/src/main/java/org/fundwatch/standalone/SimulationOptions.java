package org.fundwatch.standalone;

import java.time.LocalDate;
import org.fundwatch.simulation.SimulationConfig;
import picocli.CommandLine.Option;

/** What to simulate. */
final class SimulationOptions {

  private static final int PERSONS_AN_INSTITUTION = 170;
  private static final int FEWEST_INSTITUTIONS = 40;
  private static final int MOST_INSTITUTIONS = 5_000;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Insured people, 2000 or more (default: 20000).")
  int persons;

  @Option(
      names = "--institutions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Hospitals and pharmacies, 40 or more (default: by the number of people).")
  int institutions;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      defaultValue = "2025-03-01",
      description = "First day (default: 2025-03-01).")
  LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides every random choice: same seed, same bytes (default: 1).")
  long seed;

  @Option(
      names = "--fraud-scale",
      paramLabel = "X",
      defaultValue = "1",
      description = "Multiplies the rates of fraud and look-alikes (default: 1).")
  double fraudScale;

  /** The configuration, all checked. */
  SimulationConfig config(int months) throws CommandFailure {
    int houses =
        institutions != 0
            ? institutions
            : Math.max(
                FEWEST_INSTITUTIONS, Math.min(MOST_INSTITUTIONS, persons / PERSONS_AN_INSTITUTION));
    int threads = Math.min(64, Runtime.getRuntime().availableProcessors());
    try {
      return new SimulationConfig(seed, persons, houses, from, months, fraudScale, threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}

package org.fundwatch.benchmarks.rules;

import java.time.LocalDate;
import org.fundwatch.simulation.SimulationConfig;

/**
 * The world that the rules are let loose on.
 *
 * @param seed of the simulation
 * @param persons insured people, at least 2,000
 * @param months of their life, from {@link #FROM} on
 * @param fraudScale multiplies the rates of frauds and look-alikes; 1 is the calibrated share
 */
public record WorldPlan(long seed, int persons, int months, double fraudScale) {

  /** The first day. */
  public static final LocalDate FROM = LocalDate.of(2025, 11, 1);

  private static final int PERSONS_AN_INSTITUTION = 500;
  private static final int LEAST_INSTITUTIONS = 40;
  private static final int MOST_INSTITUTIONS = 5_000;
  private static final int THREADS = 2;

  SimulationConfig config() {
    int institutions =
        Math.min(MOST_INSTITUTIONS, Math.max(LEAST_INSTITUTIONS, persons / PERSONS_AN_INSTITUTION));
    return new SimulationConfig(seed, persons, institutions, FROM, months, fraudScale, THREADS);
  }
}

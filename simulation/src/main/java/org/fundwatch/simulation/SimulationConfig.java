package org.fundwatch.simulation;

import java.time.LocalDate;

/**
 * What to simulate. Two runs of an equal configuration give the same bytes, whatever the number of
 * threads.
 *
 * @param seed decides every random choice
 * @param persons insured people
 * @param institutions hospitals and pharmacies together, at least 40
 * @param from first day
 * @param months length in months
 * @param fraudScale multiplies the rates of fraud and look-alikes; 1 is the calibrated share, 0
 *     injects none. No kind takes more than about an eighth as many cases as there are stays, so a
 *     large value (60) gives an enriched test month with the same number of cases of every kind
 * @param threads that build events; without influence on the result
 */
public record SimulationConfig(
    long seed,
    int persons,
    int institutions,
    LocalDate from,
    int months,
    double fraudScale,
    int threads) {

  public SimulationConfig {
    require(persons >= 2_000, "persons", persons, "at least 2000");
    require(persons < 10_000_000, "persons", persons, "below 10000000");
    require(institutions >= 40, "institutions", institutions, "at least 40");
    require(institutions <= 5_000, "institutions", institutions, "at most 5000");
    require(months >= 1 && months <= 60, "months", months, "from 1 to 60");
    require(fraudScale >= 0 && fraudScale <= 1000, "fraudScale", fraudScale, "from 0 to 1000");
    require(threads >= 1 && threads <= 64, "threads", threads, "from 1 to 64");
    require(from.getYear() >= 2001 && from.getYear() <= 2090, "from", from, "from 2001 to 2090");
  }

  /** The first day after the simulated time. */
  public LocalDate end() {
    return from.plusMonths(months);
  }

  private static void require(boolean holds, String name, Object found, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + found + "; " + allowed);
    }
  }
}

package org.fundwatch.benchmarks.desk;

/**
 * What a measurement of the desk does.
 *
 * @param alerts on the topic
 * @param cases opened before anything is timed
 * @param seconds that each load lasts, after as many that warm up
 * @param seed of the alerts and of the order of requests
 */
public record DeskPlan(int alerts, int cases, int seconds, long seed) {

  // One alert in so many can be in a case: those that were withdrawn are left out.
  private static final int ALERTS_A_CASE = 10;

  public DeskPlan {
    if (cases < 1 || alerts < cases * ALERTS_A_CASE || seconds < 1) {
      throw new IllegalArgumentException(
          "%d alerts, %d cases, %d seconds; at least 1 case of 10 alerts, 1 second"
              .formatted(alerts, cases, seconds));
    }
  }
}

package org.fundwatch.benchmarks.path;

/**
 * What a measurement of the whole path does.
 *
 * @param settlements events in all: a third warms up (the JVM compiles for a minute), half are sent
 *     as fast as the broker takes them, a sixth is offered at {@code rate}
 * @param rate events offered a second while latency is measured
 * @param runs repetitions, each on empty data
 * @param seed of the simulation
 */
public record WholePathPlan(int settlements, int rate, int runs, long seed) {

  public WholePathPlan {
    if (settlements < 600 || rate < 1 || runs < 1) {
      throw new IllegalArgumentException(
          "%d settlements, rate %d, %d runs; at least 600, 1, 1"
              .formatted(settlements, rate, runs));
    }
  }

  int warmUp() {
    return settlements / 3;
  }

  int measured() {
    return settlements - warmUp() - offered();
  }

  int offered() {
    return settlements / 6;
  }
}

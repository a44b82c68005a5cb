package org.fundwatch.benchmarks.stages;

/**
 * What a stage on its own came to.
 *
 * @param name the stage
 * @param perSecond settlements a second
 * @param cpuMicros processor time of the process a settlement
 */
public record StageFigures(String name, double perSecond, double cpuMicros) {

  static StageFigures of(String name, int settlements, long nanos, long cpuNanos) {
    return new StageFigures(name, settlements * 1e9 / nanos, cpuNanos / 1e3 / settlements);
  }
}

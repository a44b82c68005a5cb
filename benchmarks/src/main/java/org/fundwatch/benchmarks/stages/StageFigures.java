package org.fundwatch.benchmarks.stages;

import org.fundwatch.benchmarks.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a stage on its own came to.
 *
 * @param name the stage
 * @param perSecond settlements a second
 * @param cpuMicros processor time of the process a settlement
 * @param peakMegabytes largest resident memory of the process so far; 0 where not told
 * @param profile where the time went, null where nothing was sampled
 */
public record StageFigures(
    String name,
    double perSecond,
    double cpuMicros,
    long peakMegabytes,
    @Nullable Profile profile) {

  static StageFigures of(String name, int settlements, long nanos, long cpuNanos) {
    return new StageFigures(name, settlements * 1e9 / nanos, cpuNanos / 1e3 / settlements, 0, null);
  }

  /** The same with what the process needed, and for what. */
  StageFigures with(Profile seen, long megabytes) {
    return new StageFigures(name, perSecond, cpuMicros, megabytes, seen);
  }

  /** Settlements that a second of processor time is enough for. */
  double perCpuSecond() {
    return 1e6 / cpuMicros;
  }
}

package org.fundwatch.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.fundwatch.benchmarks.report.Figures;

/**
 * Times from the broker's taking a settlement to the first look that found its alert by search.
 *
 * @param alerts versions of alerts that settlements of the phase have caused
 * @param found of them, those that a look has found
 * @param medianMillis half of those found took at most so long; 0 where there are none
 * @param p99Millis 99 of 100 took at most so long
 * @param longestMillis the longest
 */
public record Latency(
    int alerts, int found, double medianMillis, double p99Millis, double longestMillis) {

  /**
   * Matches what was sent with what was found.
   *
   * @param taken when the broker took each settlement, by message id, epoch milliseconds
   * @param caused versions of alerts with the messages that caused them
   * @param seen for each alert its versions and when each was first found, epoch milliseconds
   */
  static Latency of(
      Map<String, Long> taken,
      List<CausedAlert> caused,
      Map<String, SortedMap<Integer, Long>> seen) {
    List<Long> times = new ArrayList<>();
    int alerts = 0;
    for (CausedAlert alert : caused) {
      Long begin = taken.get(alert.cause());
      if (begin != null) {
        alerts++;
        // A version that was soon followed by another is found as that other one.
        SortedMap<Integer, Long> found = seen.get(alert.id());
        if (found != null) {
          found.tailMap(alert.version()).values().stream()
              .limit(1)
              .forEach(first -> times.add(first - begin));
        }
      }
    }
    return times.isEmpty()
        ? new Latency(alerts, 0, 0, 0, 0)
        : new Latency(
            alerts,
            times.size(),
            Figures.percentile(times, 0.5),
            Figures.percentile(times, 0.99),
            Figures.percentile(times, 1));
  }
}

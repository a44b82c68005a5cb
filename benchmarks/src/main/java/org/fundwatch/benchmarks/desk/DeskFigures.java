package org.fundwatch.benchmarks.desk;

import java.util.List;
import org.fundwatch.benchmarks.report.Table;

/**
 * What an inspector's day costs.
 *
 * @param plan what was done
 * @param indexedPerSecond alerts a second from the first one's sending until all are in the index
 * @param indexOwnMicros processor time of the Fundwatch process an alert: broker, API, sender
 * @param indexServerMicros the same of Elasticsearch
 * @param openedPerSecond cases opened a second, by as many at once as the plan has openers
 * @param loads what was asked of it then
 * @param ownMegabytes largest resident memory of the Fundwatch process
 * @param serverMegabytes the same of Elasticsearch
 */
public record DeskFigures(
    DeskPlan plan,
    double indexedPerSecond,
    double indexOwnMicros,
    double indexServerMicros,
    double openedPerSecond,
    List<Load> loads,
    long ownMegabytes,
    long serverMegabytes) {

  public DeskFigures {
    loads = List.copyOf(loads);
  }

  /**
   * Requests that were sent at a rate, whether or not answers kept up.
   *
   * @param name what was asked for
   * @param perSecond requests a second
   * @param requests how many
   * @param failures answers other than wanted
   * @param medianMillis half of the answers came at most so long after their request was due
   * @param p99Millis 99 of 100
   * @param longestMillis all
   * @param cpuShare of all cores, this process and Elasticsearch together
   */
  public record Load(
      String name,
      String perSecond,
      int requests,
      int failures,
      double medianMillis,
      double p99Millis,
      double longestMillis,
      double cpuShare) {

    /** The same, named as one of several at the same time. */
    Load amidOthers() {
      return new Load(
          name + ", amid the others",
          perSecond,
          requests,
          failures,
          medianMillis,
          p99Millis,
          longestMillis,
          cpuShare);
    }
  }

  /** The figures in Markdown. */
  public String text() {
    Table loading = new Table("", "");
    loading.row("alerts indexed a second", Table.number(indexedPerSecond, 0));
    loading.row("CPU of the process an alert, µs", Table.number(indexOwnMicros, 0));
    loading.row("CPU of Elasticsearch an alert, µs", Table.number(indexServerMicros, 0));
    loading.row("cases opened a second", Table.number(openedPerSecond, 0));
    loading.row("peak memory of the process, MB", Table.number((double) ownMegabytes, 0));
    loading.row("peak memory of Elasticsearch, MB", Table.number((double) serverMegabytes, 0));
    Table asked =
        new Table(
            "load",
            "a second",
            "requests",
            "failed",
            "median, ms",
            "99 of 100, ms",
            "longest, ms",
            "of all cores");
    for (Load load : loads) {
      asked.row(
          load.name(),
          load.perSecond(),
          Table.number((double) load.requests(), 0),
          Table.number((double) load.failures(), 0),
          Table.number(load.medianMillis(), 1),
          Table.number(load.p99Millis(), 1),
          Table.number(load.longestMillis(), 1),
          Table.percent(load.cpuShare()));
    }
    return "%,d alerts, %,d cases (seed %d).%n%n%s%n%s"
        .formatted(plan.alerts(), plan.cases(), plan.seed(), loading, asked);
  }
}

package org.fundwatch.benchmarks.growth;

import java.util.List;
import org.fundwatch.benchmarks.report.Table;

/**
 * What a settlement costs with so many persons in the state.
 *
 * @param persons in the state
 * @param cpuMicros processor time of the process a settlement
 * @param stateBytes of files on disk a person, before the measured settlements
 * @param peakMegabytes largest resident memory of the process so far
 */
public record GrowthFigures(long persons, double cpuMicros, double stateBytes, long peakMegabytes) {

  /** The figures as a table in Markdown, each cost beside that of the first row. */
  public static String text(List<GrowthFigures> figures) {
    Table table =
        new Table(
            "persons in the state",
            "CPU a settlement, µs",
            "against the first row",
            "bytes on disk a person",
            "peak memory, MB");
    for (GrowthFigures one : figures) {
      table.row(
          Table.number((double) one.persons(), 0),
          Table.number(one.cpuMicros(), 1),
          Table.percent(one.cpuMicros() / figures.get(0).cpuMicros()),
          Table.number(one.stateBytes(), 0),
          Table.number((double) one.peakMegabytes(), 0));
    }
    return table.toString();
  }
}

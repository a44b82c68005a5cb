package org.fundwatch.benchmarks.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.benchmarks.report.Table;

/**
 * What a settlement costs with so many persons in the state.
 *
 * @param persons in the state
 * @param cpuMicros processor time of the process a settlement
 * @param parts the same by part of the process
 * @param stateBytes of files on disk a person, before the measured settlements
 * @param peakMegabytes largest resident memory of the process so far
 */
public record GrowthFigures(
    long persons,
    double cpuMicros,
    Map<String, Double> parts,
    double stateBytes,
    long peakMegabytes) {

  public GrowthFigures {
    parts = Map.copyOf(parts);
  }

  /** The figures as tables in Markdown: each cost beside that of the first row, then by part. */
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
    return table + "\n" + parts(figures);
  }

  private static Table parts(List<GrowthFigures> figures) {
    Map<String, String[]> rows = new TreeMap<>();
    for (int i = 0; i < figures.size(); i++) {
      int column = i + 1;
      figures
          .get(i)
          .parts()
          .forEach(
              (part, micros) ->
                  rows.computeIfAbsent(part, name -> row(name, figures.size()))[column] =
                      Table.number(micros, 1));
    }
    String[] heads = row("CPU a settlement, µs, of", figures.size());
    for (int i = 0; i < figures.size(); i++) {
      heads[i + 1] = Table.number((double) figures.get(i).persons(), 0);
    }
    Table table = new Table(heads);
    rows.values().forEach(table::row);
    return table;
  }

  private static String[] row(String name, int columns) {
    String[] row = new String[columns + 1];
    Arrays.fill(row, "0.0");
    row[0] = name;
    return row;
  }
}

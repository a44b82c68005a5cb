package org.fundwatch.rules.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.rules.baseline.BaselineTable.Cell;

/** What institutions say of each metric at each level, and at all levels together. */
final class PeerCells {

  private static final double P95 = 0.95;

  private PeerCells() {}

  /** By metric and level, such as {@code drug_share/05}; all levels are the empty one. */
  static SortedMap<String, Cell> of(Collection<MonthFigures> figures) {
    SortedMap<String, Cell> cells = new TreeMap<>();
    for (Map.Entry<Key, List<Double>> one : values(figures).entrySet()) {
      // Sorted, so that sums of doubles do not depend on the order of the institutions.
      double[] sorted = one.getValue().stream().mapToDouble(Double::doubleValue).sorted().toArray();
      cells.put(one.getKey().text(), cell(one.getKey(), sorted));
    }
    return cells;
  }

  private static Map<Key, List<Double>> values(Collection<MonthFigures> figures) {
    Map<Key, List<Double>> values = new TreeMap<>();
    for (MonthFigures one : figures) {
      String own = one.institution().level();
      List<String> levels = own.isEmpty() ? List.of("") : List.of("", own);
      one.values()
          .forEach(
              (metric, value) ->
                  levels.forEach(
                      level ->
                          values
                              .computeIfAbsent(new Key(metric, level), key -> new ArrayList<>())
                              .add(value)));
    }
    return values;
  }

  // The percentile is the smallest value that 95 of a hundred do not exceed.
  private static Cell cell(Key key, double[] sorted) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    return new Cell(
        n,
        List.of(
            key.text(),
            Rows.number(mean),
            Rows.number(n < 2 ? 0 : Math.sqrt(squares / (n - 1))),
            Rows.number(sorted[(int) Math.ceil(P95 * n) - 1]),
            String.valueOf(n),
            key.metric(),
            key.level()));
  }

  private record Key(String metric, String level) implements Comparable<Key> {

    String text() {
      return metric + '/' + level;
    }

    @Override
    public int compareTo(Key other) {
      return text().compareTo(other.text());
    }
  }
}

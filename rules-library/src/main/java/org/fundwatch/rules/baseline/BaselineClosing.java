package org.fundwatch.rules.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.rules.release.TableFile;

/**
 * Closes a month: measures {@code peer-baselines} from the figures of institutions and makes the
 * next version of the table. A row holds from the first day of the following month, so that an
 * institution is held against the last closed month; the row before it ends the day before.
 *
 * <p>Equal figures and an equal table give equal bytes, in any order, and closing a month again
 * replaces what it said before. A group of fewer institutions than the smallest cell has no row of
 * that month: the one in force stays.
 */
public final class BaselineClosing {

  /** The table that is closed. */
  public static final String TABLE = "peer-baselines";

  private static final List<String> HEADER =
      List.of(
          "key",
          "mean:number",
          "sd:number",
          "p95:number",
          "n:int",
          "metric",
          "level",
          "from",
          "to",
          "region",
          "source");
  private static final int KEY = 0;
  private static final int FROM = 7;
  private static final int TO = 8;
  private static final int REGION = 9;
  private static final int PLACES = 6;
  private static final int CHECKSUM_BYTES = 6;
  private static final double P95 = 0.95;

  private BaselineClosing() {}

  /**
   * The table after the closing.
   *
   * @param table as it stands
   * @param month which is closed
   * @param figures of every institution, in any order
   * @param smallestCell fewest institutions that a row rests on, at least 2
   * @throws IllegalArgumentException when the table is no table of peer baselines, or the cell too
   *     small
   */
  public static TableFile close(
      TableFile table, YearMonth month, Collection<MonthFigures> figures, int smallestCell) {
    if (!table.header().equals(HEADER)) {
      throw new IllegalArgumentException(
          "%s.csv: columns %s; %s"
              .formatted(table.name(), String.join(",", table.header()), String.join(",", HEADER)));
    }
    if (smallestCell < 2) {
      throw new IllegalArgumentException(
          "smallest cell: %d institutions; at least 2".formatted(smallestCell));
    }
    LocalDate from = month.plusMonths(1).atDay(1);
    String checksum = checksum(figures);
    List<List<String>> rows = new ArrayList<>(table.rows());
    cells(figures)
        .forEach(
            (cell, values) -> {
              if (values.size() >= smallestCell) {
                rows.add(row(rows, cell, values, from, source(month, values.size(), checksum)));
              }
            });
    return new TableFile(table.name(), table.header(), rows);
  }

  /** A hash of the figures, whatever their order. */
  static String checksum(Collection<MonthFigures> figures) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      figures.stream()
          .sorted(Comparator.comparing(MonthFigures::institution))
          .forEach(one -> digest.update((one + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static String source(YearMonth month, int institutions, String checksum) {
    return "measured: closing of %s, %d institutions, figures %s"
        .formatted(month, institutions, checksum);
  }

  // Those of each level, and those of all levels under the empty one.
  private static SortedMap<Cell, Values> cells(Collection<MonthFigures> figures) {
    Map<Cell, List<Double>> values = new TreeMap<>();
    for (MonthFigures one : figures) {
      one.values()
          .forEach(
              (metric, value) -> {
                for (String level :
                    one.level().isEmpty() ? List.of("") : List.of("", one.level())) {
                  values
                      .computeIfAbsent(new Cell(metric, level), cell -> new ArrayList<>())
                      .add(value);
                }
              });
    }
    SortedMap<Cell, Values> cells = new TreeMap<>();
    // Sorted, so that sums of doubles do not depend on the order of the institutions.
    values.forEach(
        (cell, all) ->
            cells.put(
                cell, Values.of(all.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
    return cells;
  }

  // Takes out what the month said before, and ends the row that was in force.
  private static List<String> row(
      List<List<String>> rows, Cell cell, Values values, LocalDate from, String source) {
    String to = "";
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<String> row = rows.get(i);
      if (!row.get(KEY).equals(cell.key()) || !row.get(REGION).isEmpty()) {
        continue;
      }
      if (row.get(FROM).equals(from.toString())) {
        to = row.get(TO);
        rows.remove(i);
      } else if (inForce(row, from)) {
        to = row.get(TO);
        List<String> ended = new ArrayList<>(row);
        ended.set(TO, from.minusDays(1).toString());
        rows.set(i, ended);
      }
    }
    return List.of(
        cell.key(),
        number(values.mean()),
        number(values.sd()),
        number(values.p95()),
        String.valueOf(values.size()),
        cell.metric(),
        cell.level(),
        from.toString(),
        to,
        "",
        source);
  }

  private static boolean inForce(List<String> row, LocalDate day) {
    return (row.get(FROM).isEmpty() || !LocalDate.parse(row.get(FROM)).isAfter(day))
        && (row.get(TO).isEmpty() || !LocalDate.parse(row.get(TO)).isBefore(day));
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Whose figures: a metric at a level, at all levels where that is empty. */
  private record Cell(String metric, String level) implements Comparable<Cell> {

    String key() {
      return metric + '/' + level;
    }

    @Override
    public int compareTo(Cell other) {
      return key().compareTo(other.key());
    }
  }

  /**
   * @param p95 by nearest rank: the smallest value that 95 of a hundred do not exceed
   */
  private record Values(int size, double mean, double sd, double p95) {

    static Values of(double[] sorted) {
      int n = sorted.length;
      double mean = Arrays.stream(sorted).sum() / n;
      double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
      double sd = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
      return new Values(n, mean, sd, sorted[(int) Math.ceil(P95 * n) - 1]);
    }
  }
}

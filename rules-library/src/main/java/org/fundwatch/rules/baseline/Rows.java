package org.fundwatch.rules.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.rules.release.TableFile;

/**
 * The rows of a table while a month is closed: each row that is put holds from the same day. The
 * row before it of its key and region ends the day before; it ends itself where the next begins.
 */
final class Rows {

  /** Columns of the validity: from, to, region, source. */
  static final int VALIDITY = 4;

  private static final int PLACES = 6;
  private static final String MEASURED = "measured: ";

  private final TableFile table;
  private final LocalDate from;
  private final List<List<String>> rows;
  private final Set<String> put = new HashSet<>();
  private final int fromColumn;

  Rows(TableFile table, LocalDate from) {
    this.table = table;
    this.from = from;
    this.rows = new ArrayList<>(table.rows());
    this.fromColumn = table.header().size() - VALIDITY;
  }

  /** Puts what was measured of a region. */
  void put(List<String> cells, String region, String source) {
    put.add(name(cells.get(0), region));
    String to = makeRoom(cells.get(0), region);
    List<String> row = new ArrayList<>(cells);
    row.addAll(List.of(from.toString(), to, region, MEASURED + source));
    rows.add(row);
  }

  /**
   * Ends the rows of regions that were measured before and are not now, so that the wider region's
   * hold. Those that somebody wrote, and those of no region, stay.
   */
  void endOthers() {
    for (List<String> row : List.copyOf(rows)) {
      String key = row.get(0);
      if (!region(row).isEmpty()
          && row.get(fromColumn + 3).startsWith(MEASURED)
          && inForce(row)
          && !put.contains(name(key, region(row)))) {
        makeRoom(key, region(row));
      }
    }
  }

  TableFile table() {
    return new TableFile(table.name(), table.header(), rows);
  }

  // Takes out what the month said before, ends what was in force; the last day there is room for.
  private String makeRoom(String key, String region) {
    String to = "";
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<String> row = rows.get(i);
      if (!row.get(0).equals(key) || !region(row).equals(region)) {
        continue;
      }
      if (row.get(fromColumn).equals(from.toString())) {
        rows.remove(i);
      } else if (inForce(row)) {
        List<String> ended = new ArrayList<>(row);
        ended.set(fromColumn + 1, from.minusDays(1).toString());
        rows.set(i, ended);
      } else if (begins(row).isAfter(from)) {
        String before = begins(row).minusDays(1).toString();
        to = to.isEmpty() || before.compareTo(to) < 0 ? before : to;
      }
    }
    return to;
  }

  private boolean inForce(List<String> row) {
    String to = row.get(fromColumn + 1);
    return !begins(row).isAfter(from) && (to.isEmpty() || !LocalDate.parse(to).isBefore(from));
  }

  private LocalDate begins(List<String> row) {
    String text = row.get(fromColumn);
    return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
  }

  private String region(List<String> row) {
    return row.get(fromColumn + 2);
  }

  private static String name(String key, String region) {
    return key + ' ' + region;
  }

  /** A figure as the tables write it. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}

package org.fundwatch.rules.baseline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.rules.baseline.BaselineTable.Cell;
import org.fundwatch.rules.release.TableFile;

/**
 * Closes a month: measures tables of baselines from the figures of institutions and makes their
 * next version. A row holds from the first day of the following month, so that an institution is
 * held against the last closed month; the row before it ends the day before.
 *
 * <p>There are rows of everywhere, of each province (two digits of the region), city (four) and
 * county (six). A region of fewer institutions than the smallest cell has none of that month, nor
 * one that would say what the wider region says: there the wider region's row holds, and where none
 * is measured the one in force stays.
 *
 * <p>Equal figures and an equal table give equal bytes, in any order, and closing a month again
 * replaces what it said before.
 */
public final class BaselineClosing {

  private static final int REGION_STEP = 2;
  private static final int CHECKSUM_BYTES = 6;

  private BaselineClosing() {}

  /**
   * The table after the closing.
   *
   * @param table as it stands, one of {@link BaselineTable}
   * @param month which is closed
   * @param figures of every institution, in any order
   * @param smallestCell fewest institutions that a row rests on, at least 2
   * @param finest digits of the finest regions: 0 for everywhere, 2, 4 or 6
   * @throws IllegalArgumentException when the table is none of baselines, or the cell too small
   */
  public static TableFile close(
      TableFile table,
      YearMonth month,
      Collection<MonthFigures> figures,
      int smallestCell,
      int finest) {
    BaselineTable kind = BaselineTable.of(table);
    if (smallestCell < 2) {
      throw new IllegalArgumentException(
          "smallest cell: %d institutions; at least 2".formatted(smallestCell));
    }
    String checksum = checksum(figures);
    Rows rows = new Rows(table, month.plusMonths(1).atDay(1));
    Map<String, SortedMap<String, Cell>> measured = new HashMap<>();
    byRegion(figures, finest)
        .forEach(
            (region, ofRegion) -> {
              SortedMap<String, Cell> cells = kind.measure(ofRegion, table);
              measured.put(region, cells);
              SortedMap<String, Cell> wider =
                  region.isEmpty()
                      ? new TreeMap<>()
                      : measured.getOrDefault(
                          region.substring(0, region.length() - REGION_STEP), new TreeMap<>());
              cells.forEach(
                  (key, cell) -> {
                    if (cell.institutions() >= smallestCell && !cell.equals(wider.get(key))) {
                      rows.put(cell.cells(), region, source(month, cell, checksum));
                    }
                  });
            });
    rows.endOthers();
    return rows.table();
  }

  /** A hash of the figures, whatever their order. */
  static String checksum(Collection<MonthFigures> figures) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      figures.stream()
          .sorted(Comparator.comparing(one -> one.institution().code()))
          .forEach(one -> digest.update((one + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static String source(YearMonth month, Cell cell, String checksum) {
    return "closing of %s, %d institutions, figures %s"
        .formatted(month, cell.institutions(), checksum);
  }

  // Wider regions first.
  private static SortedMap<String, List<MonthFigures>> byRegion(
      Collection<MonthFigures> figures, int finest) {
    SortedMap<String, List<MonthFigures>> byRegion = new TreeMap<>();
    for (MonthFigures one : figures) {
      String region = one.institution().region();
      for (int length = 0; length <= Math.min(finest, region.length()); length += REGION_STEP) {
        byRegion.computeIfAbsent(region.substring(0, length), prefix -> new ArrayList<>()).add(one);
      }
    }
    return byRegion;
  }
}

package org.fundwatch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, the first column to the left, the others to the right. */
public final class Table {

  private final List<String> lines = new ArrayList<>();
  private final int columns;

  /** An empty table with these column heads. */
  public Table(String... heads) {
    columns = heads.length;
    lines.add(line(heads));
    lines.add("|---|" + "--:|".repeat(columns - 1));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException unless it has a cell for each column
   */
  public Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "row: %d cells; %d as the table has columns".formatted(cells.length, columns));
    }
    lines.add(line(cells));
    return this;
  }

  /** A number with thousands apart and so many decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A share of 1 as a percentage. */
  public static String percent(double share) {
    return number(share * 100, 1) + " %";
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}

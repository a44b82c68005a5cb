package org.fundwatch.notebooks.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text, built row by row. */
public final class Table {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column heads. */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException unless there is one cell for each column
   */
  public Table row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "row: %d cells; %d columns %s".formatted(cells.length, header.size(), header));
    }
    rows.add(List.of(cells).stream().map(String::valueOf).toList());
    return this;
  }

  /** The table as a picture. */
  public Picture picture() {
    String body = rows.stream().map(row -> html(row, "td")).collect(Collectors.joining());
    String html =
        "<table><thead>" + html(header, "th") + "</thead><tbody>" + body + "</tbody></table>";
    String text =
        String.join("\t", header)
            + "\n"
            + rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    return new Picture(html, text);
  }

  private static String html(List<String> cells, String tag) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + Picture.escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}

package org.fundwatch.rules.backtest;

import java.util.List;
import java.util.stream.Collectors;

/** Small pieces of a page. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A table; the first column names, the others are figures. */
  static String table(List<String> head, List<List<String>> rows) {
    return "<div class=\"scroll\"><table>\n<thead>"
        + row("th", head)
        + "</thead>\n<tbody>\n"
        + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining("\n"))
        + "\n</tbody></table></div>\n";
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}

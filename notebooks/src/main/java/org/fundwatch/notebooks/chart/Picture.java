package org.fundwatch.notebooks.chart;

/**
 * Something to show below a cell.
 *
 * @param mime {@code text/html} or {@code image/svg+xml}
 * @param content in that type, whole and without scripts
 * @param text the same for those who see text only
 */
public record Picture(String mime, String content, String text) {

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

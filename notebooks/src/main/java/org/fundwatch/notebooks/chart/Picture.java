package org.fundwatch.notebooks.chart;

/**
 * Something to show below a cell.
 *
 * @param content HTML without scripts; charts are SVG in it, as exports of notebooks empty SVG
 *     images
 * @param text the same for those who see text only
 */
public record Picture(String content, String text) {

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

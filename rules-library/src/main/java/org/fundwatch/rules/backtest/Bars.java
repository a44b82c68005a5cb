package org.fundwatch.rules.backtest;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars as one inline SVG. What is below zero goes to the left of the axis; parts of a
 * bar on one side follow one another.
 *
 * @param title what the chart shows, for who cannot see it
 * @param group how many bars stand together
 * @param rows one bar each, top down
 */
record Bars(String title, int group, List<Bar> rows) {

  private static final int WIDTH = 920;
  private static final int LABEL = 250;
  private static final int VALUE = 120;
  private static final int ROW = 18;
  private static final int BAR = 16;
  private static final int GAP = 10;
  private static final int PAD = 6;

  Bars {
    rows = List.copyOf(rows);
  }

  /**
   * One bar.
   *
   * @param label left of it
   * @param parts from the axis outwards
   * @param note right of it
   */
  record Bar(String label, List<Part> parts, String note) {

    Bar {
      parts = List.copyOf(parts);
    }

    private double reach(boolean left) {
      return parts.stream()
          .mapToDouble(Part::value)
          .filter(value -> value < 0 == left)
          .map(Math::abs)
          .sum();
    }
  }

  /**
   * A part of a bar.
   *
   * @param kind class that colours it: added, dropped, changed, kept, before, after
   * @param value its length, to the left where below zero
   * @param hint shown when pointed at
   */
  record Part(String kind, double value, String hint) {}

  String svg() {
    double left = rows.stream().mapToDouble(bar -> bar.reach(true)).max().orElse(0);
    double right = rows.stream().mapToDouble(bar -> bar.reach(false)).max().orElse(0);
    double scale = (WIDTH - LABEL - VALUE) / Math.max(left + right, 1e-9);
    double axis = LABEL + left * scale;
    int height = top(rows.size()) + PAD;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
            .formatted(WIDTH, height, Html.escape(title)));
    for (int i = 0; i < rows.size(); i++) {
      Bar bar = rows.get(i);
      int top = top(i);
      svg.append(text(LABEL - 8, top, "end", "label", bar.label()));
      double toLeft = axis;
      double toRight = axis;
      for (Part part : bar.parts()) {
        double length = Math.abs(part.value()) * scale;
        double x = part.value() < 0 ? toLeft - length : toRight;
        if (part.value() < 0) {
          toLeft = x;
        } else {
          toRight = x + length;
        }
        svg.append(rect(part, x, top, length));
      }
      svg.append(text(toRight + 8, top, "start", "note", bar.note()));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"axis\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>%n</svg>%n",
            axis,
            axis,
            height));
    return svg.toString();
  }

  private int top(int row) {
    return PAD + row * ROW + row / group * GAP;
  }

  private static String rect(Part part, double x, int top, double length) {
    return length == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>%n",
            part.kind(),
            x,
            top + (ROW - BAR) / 2,
            Math.max(length, 1),
            BAR,
            Html.escape(part.hint()));
  }

  private static String text(double x, int top, String anchor, String kind, String words) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        kind,
        x,
        top + ROW / 2 + 4,
        anchor,
        Html.escape(words));
  }
}

package org.fundwatch.notebooks.chart;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Horizontal bars, in the order they were added. */
public final class BarChart {

  private static final int LABEL = 260;
  private static final int BAR = 360;
  private static final int ROW = 24;
  private static final int TOP = 36;

  private final String title;
  private final Map<String, Double> bars = new LinkedHashMap<>();

  /** A chart without bars yet. */
  public BarChart(String title) {
    this.title = title;
  }

  /**
   * Adds a bar.
   *
   * @throws IllegalArgumentException when the value is negative or no number
   */
  public BarChart bar(String label, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("bar '%s': %s; 0 or more".formatted(label, value));
    }
    bars.put(label, value);
    return this;
  }

  /** The chart as a picture, scaled to its longest bar. */
  public Picture picture() {
    double longest = bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    int height = TOP + ROW * bars.size() + 8;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
            .formatted(LABEL + BAR + 90, height));
    svg.append(" font-family=\"sans-serif\" font-size=\"13\">");
    svg.append(
        "<text x=\"4\" y=\"20\" font-weight=\"bold\">%s</text>".formatted(Picture.escape(title)));
    StringBuilder text = new StringBuilder(title);
    int y = TOP;
    for (Map.Entry<String, Double> bar : bars.entrySet()) {
      String label = Picture.escape(bar.getKey());
      String value = number(bar.getValue());
      long width = longest == 0 ? 0 : Math.round(BAR * bar.getValue() / longest);
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
              .formatted(LABEL - 8, y + 15, label));
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#2b6cb0\"/>"
              .formatted(LABEL, y + 3, width, ROW - 6));
      svg.append("<text x=\"%d\" y=\"%d\">%s</text>".formatted(LABEL + width + 6, y + 15, value));
      text.append('\n').append(bar.getKey()).append('\t').append(value);
      y += ROW;
    }
    svg.append("</svg>");
    return new Picture(svg.toString(), text.toString());
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}

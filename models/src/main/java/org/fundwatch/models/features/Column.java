package org.fundwatch.models.features;

import java.util.Locale;

/**
 * One column of the feature schema.
 *
 * @param name for ever, in models and attributions
 * @param zh Chinese name for people
 * @param en English name for people
 * @param unit {@code yuan}, {@code day}, {@code year}, {@code share} (0..1), {@code sd} (robust
 *     standard deviations from the peers' median), {@code flag} (0 or 1), {@code ratio}, or empty
 *     for a plain number
 */
public record Column(String name, String zh, String en, String unit) {

  /** Name and value for a sentence in Chinese; {@code NaN} is not stated. */
  public String phraseZh(double value) {
    if (Double.isNaN(value)) {
      return zh + "未填";
    }
    return switch (unit) {
      case "yuan" -> zh + format("%.0f元", value);
      case "day" -> zh + format("%.0f天", value);
      case "year" -> zh + format("%.0f岁", value);
      case "share" -> zh + format("%.0f%%", 100 * value);
      case "flag" -> zh + (value == 1 ? "：是" : "：否");
      case "sd" -> zh + format(value < 0 ? "低%.1f个标准差" : "高%.1f个标准差", Math.abs(value));
      case "ratio" -> zh + format("%.2f", value);
      default -> zh + format("%.0f", value);
    };
  }

  /** Name and value for a sentence in English; {@code NaN} is not stated. */
  public String phraseEn(double value) {
    if (Double.isNaN(value)) {
      return en + " not stated";
    }
    return switch (unit) {
      case "yuan" -> en + format(" %.0f yuan", value);
      case "day" -> en + format(" %.0f", value);
      case "year" -> en + format(" %.0f", value);
      case "share" -> en + format(" %.0f%%", 100 * value);
      case "flag" -> en + (value == 1 ? ": yes" : ": no");
      case "sd" -> en + format(value < 0 ? " %.1f sd lower" : " %.1f sd higher", Math.abs(value));
      case "ratio" -> en + format(" %.2f", value);
      default -> en + format(" %.0f", value);
    };
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}

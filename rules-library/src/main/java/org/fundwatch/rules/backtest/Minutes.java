package org.fundwatch.rules.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.finding.Outcome;

/**
 * How long an inspector needs for an alert, by how sure it is. The defaults are ours, for want of a
 * published figure; every installation should state its own.
 *
 * @param violation minutes for an alert that contradicts a written rule
 * @param suspicion minutes for a lead that must be looked into
 * @param statistic minutes for a figure that only weighs a draw
 */
public record Minutes(int violation, int suspicion, int statistic) {

  /** Ours. */
  public static final Minutes DEFAULT = new Minutes(15, 60, 10);

  /**
   * Reads {@code violation=15,suspicion=60}; what is not named keeps its default.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Minutes parse(String text) {
    Map<String, Integer> given =
        new TreeMap<>(
            Map.of(
                "violation", DEFAULT.violation,
                "suspicion", DEFAULT.suspicion,
                "statistic", DEFAULT.statistic));
    for (String part : text.split(",", -1)) {
      List<String> words = List.of(part.split("=", -1));
      if (words.size() != 2
          || !given.containsKey(words.get(0))
          || !words.get(1).matches("\\d{1,5}")) {
        throw new IllegalArgumentException(
            "minutes: '%s'; %s=<whole number>"
                .formatted(part, String.join("=..., ", given.keySet())));
      }
      given.put(words.get(0), Integer.valueOf(words.get(1)));
    }
    return new Minutes(
        given.getOrDefault("violation", 0),
        given.getOrDefault("suspicion", 0),
        given.getOrDefault("statistic", 0));
  }

  int of(Outcome outcome) {
    return switch (outcome) {
      case VIOLATION -> violation;
      case SUSPICION -> suspicion;
      case STATISTIC -> statistic;
    };
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "violation %d, suspicion %d, statistic %d minutes",
        violation,
        suspicion,
        statistic);
  }
}

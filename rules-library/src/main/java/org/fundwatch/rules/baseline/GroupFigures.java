package org.fundwatch.rules.baseline;

import java.util.List;

/**
 * What an institution's stays of one basic group (ADRG) add up to; sums of several institutions are
 * again such figures.
 *
 * @param stays with a group and a weight
 * @param weightE4 sum of their relative weights in ten-thousandths
 * @param weightSquaresE8 sum of the squares of these
 * @param divided stays whose group tells complications apart: it ends in 1, 3 or 5
 * @param grave those of them with grave complications: it ends in 1
 * @param logCost sum of the natural logarithms of their charges in fen
 * @param logCostSquares sum of the squares of these
 */
public record GroupFigures(
    long stays,
    long weightE4,
    long weightSquaresE8,
    long divided,
    long grave,
    double logCost,
    double logCostSquares) {

  static final GroupFigures NONE = new GroupFigures(0, 0, 0, 0, 0, 0, 0);

  private static final int PARTS = 7;
  private static final double E4 = 10_000.0;

  /** The figures of one stay. */
  static GroupFigures of(String group, int weightE4, long totalFen) {
    double log = Math.log((double) Math.max(1, totalFen));
    return new GroupFigures(
        1,
        weightE4,
        (long) weightE4 * weightE4,
        divided(group) ? 1 : 0,
        grave(group) ? 1 : 0,
        log,
        log * log);
  }

  /** True for a group that tells complications apart. */
  static boolean divided(String group) {
    return grave(group) || group.endsWith("3") || group.endsWith("5");
  }

  /** True for a group of stays with grave complications. */
  static boolean grave(String group) {
    return group.endsWith("1");
  }

  GroupFigures plus(GroupFigures other) {
    return new GroupFigures(
        stays + other.stays,
        weightE4 + other.weightE4,
        weightSquaresE8 + other.weightSquaresE8,
        divided + other.divided,
        grave + other.grave,
        logCost + other.logCost,
        logCostSquares + other.logCostSquares);
  }

  double meanWeight() {
    return weightE4 / E4 / stays;
  }

  double sdWeight() {
    return sd(weightE4 / E4, weightSquaresE8 / (E4 * E4));
  }

  double graveShare() {
    return divided == 0 ? 0 : grave / (double) divided;
  }

  double sdLogCost() {
    return sd(logCost, logCostSquares);
  }

  // Of a sample; a difference of sums may fall below 0 by rounding.
  private double sd(double sum, double squares) {
    return stays < 2 ? 0 : Math.sqrt(Math.max(0, squares - sum * sum / stays) / (stays - 1));
  }

  /** As text, read back as equal figures by {@link #parse}. */
  public String text() {
    return "%s %s %s %s %s %s %s"
        .formatted(stays, weightE4, weightSquaresE8, divided, grave, logCost, logCostSquares);
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static GroupFigures parse(String text) {
    List<String> parts = List.of(text.split(" ", -1));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException(
          "figures of a group: '%s'; %d numbers".formatted(text, PARTS));
    }
    return new GroupFigures(
        Long.parseLong(parts.get(0)),
        Long.parseLong(parts.get(1)),
        Long.parseLong(parts.get(2)),
        Long.parseLong(parts.get(3)),
        Long.parseLong(parts.get(4)),
        Double.parseDouble(parts.get(5)),
        Double.parseDouble(parts.get(6)));
  }
}

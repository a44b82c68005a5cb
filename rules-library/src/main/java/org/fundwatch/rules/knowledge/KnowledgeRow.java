package org.fundwatch.rules.knowledge;

import java.util.List;

/** One row of a knowledge table, in force for some days and regions. */
public final class KnowledgeRow {

  private final String id;
  private final List<Object> cells;
  private final int fromDay;
  private final int toDay;
  private final String region;
  private final String source;

  KnowledgeRow(
      String id, List<Object> cells, int fromDay, int toDay, String region, String source) {
    this.id = id;
    this.cells = List.copyOf(cells);
    this.fromDay = fromDay;
    this.toDay = toDay;
    this.region = region;
    this.source = source;
  }

  /**
   * Table and key; then, where they are limited, region and first day, as in {@code
   * peer_baselines:drug_share/05@3201,2026-04-01}; and the number where several rows are equal in
   * these.
   */
  public String id() {
    return id;
  }

  /** A cell of a text column. */
  public String text(int column) {
    return (String) cells.get(column);
  }

  /** A cell of an int column. */
  public long integer(int column) {
    return (Long) cells.get(column);
  }

  /** A cell of a number column. */
  public double decimal(int column) {
    return (Double) cells.get(column);
  }

  /** True where the row holds everywhere and always. */
  boolean unbounded() {
    return fromDay == Integer.MIN_VALUE && toDay == Integer.MAX_VALUE && region.isEmpty();
  }

  /** First day, {@code Integer.MIN_VALUE} where there is none. */
  int fromDay() {
    return fromDay;
  }

  /** Last day, {@code Integer.MAX_VALUE} where there is none. */
  int toDay() {
    return toDay;
  }

  /** Prefix of the regions where it holds; empty for all. */
  String region() {
    return region;
  }

  /** Where it comes from. */
  String source() {
    return source;
  }

  boolean inForce(int day, String ofRegion) {
    return day >= fromDay && day <= toDay && ofRegion.startsWith(region);
  }
}

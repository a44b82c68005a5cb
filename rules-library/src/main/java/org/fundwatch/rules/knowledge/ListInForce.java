package org.fundwatch.rules.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that is one list, as it holds on a day in a region: the list of the narrowest region that
 * has one. A city's own weights take the place of the national ones, all of them.
 */
final class ListInForce {

  private final KnowledgeTable table;
  private final int day;
  private final String region;

  ListInForce(KnowledgeTable table, int day, String region) {
    this.table = table;
    this.day = day;
    this.region =
        table
            .all()
            .filter(row -> row.inForce(day, region))
            .map(KnowledgeRow::region)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
  }

  /** The rows of a key. */
  List<KnowledgeRow> rows(String key) {
    return table.rowsOf(key, day, region);
  }

  /** The rows of all keys. */
  Stream<KnowledgeRow> rows() {
    return table.keys().stream().flatMap(key -> rows(key).stream());
  }
}

package org.fundwatch.rules.release;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a row says, for a table.
 *
 * @param table its file's name without the ending
 * @param cells by column name
 */
record Limit(String table, Map<String, String> cells) {

  /** A limit whose cells are given as name, text, name, text. */
  static Limit of(String table, String... cells) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      all.put(cells[i], cells[i + 1]);
    }
    return new Limit(table, all);
  }

  /** The limit with one more cell. */
  Limit and(String column, String cell) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    all.put(column, cell);
    return new Limit(table, all);
  }
}

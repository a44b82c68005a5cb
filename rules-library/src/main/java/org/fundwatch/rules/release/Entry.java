package org.fundwatch.rules.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one row says, ready for a knowledge table.
 *
 * @param table name of the file without its ending, such as {@code sex-limits}
 * @param cells by column name, the key first
 * @param source the release and the place in it
 */
public record Entry(String table, Map<String, String> cells, String source) {

  public Entry {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The cells without names, which are only for readers. */
  Map<String, String> limits() {
    Map<String, String> limits = new LinkedHashMap<>(cells);
    limits.keySet().removeIf(column -> column.equals("name") || column.endsWith("_name"));
    return limits;
  }
}

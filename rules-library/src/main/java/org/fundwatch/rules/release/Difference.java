package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two states of a table.
 *
 * @param table name of the file without its ending
 * @param changes by key in the order of the new state, the vanished last
 */
public record Difference(String table, List<Change> changes) {

  public Difference {
    changes = List.copyOf(changes);
  }

  /**
   * One row that differs; {@code before} is empty for an added, {@code after} for a removed one.
   *
   * @param key first column
   * @param columns their names
   * @param before cells as they were
   * @param after cells as they are
   */
  public record Change(String key, List<String> columns, List<String> before, List<String> after) {

    public Change {
      columns = List.copyOf(columns);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** {@code + key: cells}, {@code - key: cells} or {@code ~ key: column: old -> new}. */
    @Override
    public String toString() {
      if (before.isEmpty() || after.isEmpty()) {
        return (before.isEmpty() ? "+ " : "- ")
            + key
            + ": "
            + cells(before.isEmpty() ? after : before);
      }
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          parts.add(
              "%s: %s -> %s".formatted(columns.get(i), shown(before.get(i)), shown(after.get(i))));
        }
      }
      return "~ " + key + ": " + String.join("; ", parts);
    }

    private String cells(List<String> cells) {
      List<String> parts = new ArrayList<>();
      for (int i = 1; i < columns.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          parts.add(columns.get(i) + "=" + cells.get(i));
        }
      }
      return String.join(", ", parts);
    }

    private static String shown(String cell) {
      return cell.isEmpty() ? "(nothing)" : cell;
    }
  }

  /** Rows of the new state that the old one has not. */
  public long added() {
    return changes.stream().filter(change -> change.before.isEmpty()).count();
  }

  /** Rows of the old state that the new one has not. */
  public long removed() {
    return changes.stream().filter(change -> change.after.isEmpty()).count();
  }

  /** Rows whose cells differ. */
  public long changed() {
    return changes.size() - added() - removed();
  }

  /** {@code table: a added, r removed, c changed}. */
  public String summary() {
    return "%s: %d added, %d removed, %d changed".formatted(table, added(), removed(), changed());
  }

  /**
   * Compares rows. Rows with equal cells are the same; of the rest, one old and one new row of a
   * key are a change, more of them are removed and added.
   *
   * @param columns names of the cells; the first is the key
   */
  static Difference of(
      String table, List<String> columns, List<List<String>> before, List<List<String>> after) {
    Map<String, List<List<String>>> old = byKey(before);
    List<Change> changes = new ArrayList<>();
    byKey(after)
        .forEach(
            (key, rows) -> {
              List<List<String>> was = old.getOrDefault(key, new ArrayList<>());
              old.remove(key);
              compare(changes, key, columns, was, rows);
            });
    old.forEach((key, rows) -> compare(changes, key, columns, rows, new ArrayList<>()));
    return new Difference(table, changes);
  }

  private static void compare(
      List<Change> changes,
      String key,
      List<String> columns,
      List<List<String>> was,
      List<List<String>> is) {
    is.removeIf(was::remove);
    if (was.size() == 1 && is.size() == 1) {
      changes.add(new Change(key, columns, was.get(0), is.get(0)));
      return;
    }
    was.forEach(row -> changes.add(new Change(key, columns, row, List.of())));
    is.forEach(row -> changes.add(new Change(key, columns, List.of(), row)));
  }

  private static Map<String, List<List<String>>> byKey(List<List<String>> rows) {
    Map<String, List<List<String>>> byKey = new LinkedHashMap<>();
    for (List<String> row : rows) {
      byKey.computeIfAbsent(row.get(0), key -> new ArrayList<>()).add(row);
    }
    return byKey;
  }
}

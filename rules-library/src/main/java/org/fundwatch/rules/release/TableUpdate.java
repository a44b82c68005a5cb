package org.fundwatch.rules.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes a release into a table. Rows of an earlier version of the same release that are no longer
 * in it end on the day before; new ones begin on the day given; the others stay as they are. Our
 * own authored rows end where a published one takes their place.
 */
public final class TableUpdate {

  private static final String OURS = "ours:";

  private final TableFile table;
  private final Terms terms;

  private TableUpdate(TableFile table, Terms terms) {
    this.table = table;
    this.terms = terms;
  }

  /**
   * Of which release the rows are and from when they hold.
   *
   * @param release its name; the same for all its versions
   * @param from first day on which this version holds
   * @param region prefix of the regions where it holds; empty for all
   */
  public record Terms(String release, LocalDate from, String region) {}

  /**
   * A table with a release in it.
   *
   * @param table to be written
   * @param difference to the version of the release that was in it
   * @param superseded rows of ours that end because published ones take their place
   */
  public record Result(TableFile table, Difference difference, int superseded) {}

  /**
   * Takes entries into a table.
   *
   * @throws ReleaseException when the table's columns are not those of the entries, or the table
   *     holds a later version of the release
   */
  public static Result apply(TableFile table, List<Entry> entries, Terms terms)
      throws ReleaseException {
    TableUpdate update = new TableUpdate(table, terms);
    return update.result(entries, update::isOfRelease);
  }

  /** Ends every row that holds in the region, whosever it is: the entries are the list from now. */
  static Result whole(TableFile table, List<Entry> entries, Terms terms) throws ReleaseException {
    return new TableUpdate(table, terms).result(entries, row -> true);
  }

  /** The table without the rows that were authored or invented for it. */
  static TableFile withoutOurs(TableFile table) {
    int source = table.columns().indexOf("source");
    return table.with(
        table.rows().stream().filter(row -> !row.get(source).startsWith(OURS)).toList());
  }

  /** Puts a list in the place of the one of the same name. Its rows say when they hold. */
  static Result replace(TableFile table, List<Entry> entries, Terms terms) throws ReleaseException {
    return new TableUpdate(table, terms).replacement(entries);
  }

  private Result replacement(List<Entry> entries) throws ReleaseException {
    List<List<String>> before = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      if (isOfRelease(row)) {
        before.add(row.subList(0, table.own()));
      } else {
        rows.add(row);
      }
    }
    List<List<String>> after = new ArrayList<>();
    for (Entry entry : entries) {
      List<String> own = cells(entry);
      after.add(own);
      rows.add(
          row(
              own,
              entry,
              entry.cells().getOrDefault("from", ""),
              entry.cells().getOrDefault("to", "")));
    }
    Difference difference = Difference.of(table.name(), table.ownColumns(), before, after);
    return new Result(table.with(rows), difference, 0);
  }

  private List<String> row(List<String> own, Entry entry, String from, String to) {
    List<String> row = new ArrayList<>(own);
    row.addAll(List.of(from, to, terms.region(), terms.release() + ": " + entry.source()));
    return row;
  }

  private boolean isOfRelease(List<String> row) {
    return cell(row, "source").startsWith(terms.release() + ": ");
  }

  private Result result(List<Entry> entries, Predicate<List<String>> version)
      throws ReleaseException {
    Map<List<String>, Entry> wanted = new LinkedHashMap<>();
    for (Entry entry : entries) {
      wanted.putIfAbsent(cells(entry), entry); // listed twice, held once
    }
    List<List<String>> before = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    Set<List<String>> kept = new HashSet<>();
    Predicate<List<String>> replaced = replaced(wanted.keySet());
    int superseded = 0;
    for (List<String> row : table.rows()) {
      List<String> own = row.subList(0, table.own());
      boolean current = cell(row, "to").isEmpty() && cell(row, "region").equals(terms.region());
      boolean ours = cell(row, "source").startsWith(OURS);
      if (current && version.test(row)) {
        before.add(own);
        requireEarlier(row);
        if (wanted.containsKey(own) && kept.add(own)) {
          rows.add(row);
        } else {
          superseded += ours ? 1 : 0;
          end(rows, row);
        }
      } else if (current && ours && replaced.test(own)) {
        superseded++;
        end(rows, row);
      } else {
        rows.add(row);
      }
    }
    wanted.forEach(
        (own, entry) -> {
          if (!kept.contains(own)) {
            rows.add(row(own, entry, terms.from().toString(), ""));
          }
        });
    Difference difference =
        Difference.of(table.name(), table.ownColumns(), before, new ArrayList<>(wanted.keySet()));
    return new Result(table.with(rows), difference, superseded);
  }

  // A table of pairs may hold other pairs of the same item; any other table says one thing of it.
  private Predicate<List<String>> replaced(Set<List<String>> wanted) {
    int compared = Tables.keyColumns(table.name());
    Set<List<String>> keys = new HashSet<>();
    wanted.forEach(own -> keys.add(own.subList(0, compared)));
    return own -> keys.contains(own.subList(0, compared));
  }

  private void requireEarlier(List<String> row) throws ReleaseException {
    String from = cell(row, "from");
    if (!from.isEmpty() && LocalDate.parse(from).isAfter(terms.from())) {
      throw new ReleaseException(
          "%s.csv: version of %s is from %s; a day not before it"
              .formatted(table.name(), terms.release(), from));
    }
  }

  // What began on that very day never held and is a slip put right.
  private void end(List<List<String>> rows, List<String> row) {
    if (!cell(row, "from").equals(terms.from().toString())) {
      List<String> ended = new ArrayList<>(row);
      ended.set(table.own() + 1, terms.from().minusDays(1).toString());
      rows.add(ended);
    }
  }

  private List<String> cells(Entry entry) throws ReleaseException {
    List<String> cells = new ArrayList<>();
    for (String column : table.ownColumns()) {
      String cell = entry.cells().get(column);
      if (cell == null) {
        throw new ReleaseException(
            "knowledge/%s.csv:1:%d: column '%s'; what a release gives is %s"
                .formatted(
                    table.name(),
                    table.ownColumns().indexOf(column) + 1,
                    column,
                    String.join(", ", entry.cells().keySet())));
      }
      cells.add(cell);
    }
    return cells;
  }

  private String cell(List<String> row, String column) {
    return row.get(table.columns().indexOf(column));
  }
}

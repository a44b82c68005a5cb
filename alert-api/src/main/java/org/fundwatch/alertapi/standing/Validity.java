package org.fundwatch.alertapi.standing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fundwatch.alertapi.procedure.term.Provenance;
import org.fundwatch.alertapi.procedure.term.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a row of a table holds, and who stands behind it.
 *
 * @param region prefix of the administrative division, empty for the nation
 * @param from first day
 * @param to last day
 * @param source article or document
 */
public record Validity(
    String region, LocalDate from, LocalDate to, Provenance provenance, String source) {
  /** The last columns of every table. */
  public static final String COLUMNS = "region,from,to,provenance,source";

  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** A row that holds somewhere for a while. */
  public interface Row {
    /** What tells it from rows that can hold beside it. */
    String key();

    /** Where and when. */
    Validity validity();
  }

  /** True when it holds in a region on a day. */
  public boolean holds(String where, LocalDate when) {
    return where.startsWith(region) && !when.isBefore(from) && !when.isAfter(to);
  }

  /**
   * A table: an installation's own in place of ours.
   *
   * @param folder with tables of one's own, null for none
   * @param home a class of the package that our table lies with
   * @param columns before those of {@link #COLUMNS}
   * @throws IllegalArgumentException when it has a mistake, with its place
   */
  public static <R extends Row> List<R> table(
      @Nullable Path folder,
      Class<?> home,
      String file,
      String columns,
      Function<TableFile.Row, R> parse) {
    var header = columns + "," + COLUMNS;
    var rows =
        TableFile.inFolder(folder, file, header)
            .or(() -> TableFile.inJar(home, file, header))
            .orElseThrow(() -> new IllegalStateException(file + ": missing from the jar"));
    return rows.stream().map(parse).toList();
  }

  /** Where and when a line of a table holds. */
  public static Validity of(TableFile.Row row) {
    if (!row.text("region").matches("(\\d{2}){0,3}")) {
      throw row.wrong("region", row.text("region"), "nothing, two, four or six digits");
    }
    if (row.text("source").isBlank()) {
      throw row.wrong("source", "", "where the value comes from");
    }
    return new Validity(
        row.text("region"),
        row.date("from", FIRST),
        row.date("to", LAST),
        row.constant("provenance", Provenance.class),
        row.text("source"));
  }

  /** The row of a key that holds in a region on a day: the one of the longest region. */
  public static <R extends Row> Optional<R> find(
      List<R> rows, String key, String region, LocalDate day) {
    return rows.stream()
        .filter(row -> row.key().equals(key) && row.validity().holds(region, day))
        .max(Comparator.comparingInt(row -> row.validity().region().length()));
  }

  /** The rows that hold in a region on a day: of each key that of the longest region. */
  public static <R extends Row> List<R> all(List<R> rows, String region, LocalDate day) {
    return rows.stream()
        .filter(row -> find(rows, row.key(), region, day).filter(row::equals).isPresent())
        .toList();
  }
}

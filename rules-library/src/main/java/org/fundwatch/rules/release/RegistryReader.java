package org.fundwatch.rules.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads a registry: a header line, then a row for each entry; a plain list may go without the
 * header, its columns then stand in our order.
 */
public final class RegistryReader {

  // A token is made from the number of the insured person; one made from another number finds
  // nobody.
  private static final Pattern IDENTITY_CARD =
      Pattern.compile("^(certno|身份证(号码?)?|证件号码?|社会保障号码?)$", Pattern.CASE_INSENSITIVE);

  private RegistryReader() {}

  /**
   * Reads a registry.
   *
   * @param token makes the token of a person number; the number itself is kept nowhere
   * @throws ReleaseException when it has not the columns it must have
   * @throws IOException when it cannot be read
   */
  public static Release read(Registry registry, Path path, UnaryOperator<String> token)
      throws IOException, ReleaseException {
    return read(registry, String.valueOf(path.getFileName()), Files.readAllBytes(path), token);
  }

  /** Reads a file's content. */
  public static Release read(
      Registry registry, String file, byte[] content, UnaryOperator<String> token)
      throws ReleaseException {
    Grid grid = GridReader.read(file, content).get(0);
    List<Grid.Row> rows = grid.rows().stream().filter(row -> row.differentTexts() > 0).toList();
    if (rows.isEmpty()) {
      throw new ReleaseException(file + ": empty; a header line and rows");
    }
    boolean headless = GridReader.isPlain(file) && !hasHeader(registry, rows.get(0));
    Map<RegistryColumn, Integer> columns =
        headless ? inOrder(registry) : columns(registry, file, rows.get(0));
    Map<List<String>, Entry> byKey = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<Grid.Row> body = headless ? rows : rows.subList(1, rows.size());
    for (Grid.Row row : body) {
      try {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<RegistryColumn, Integer> column : columns.entrySet()) {
          cells.put(
              column.getKey().name(), column.getKey().read(row.cell(column.getValue()), token));
        }
        Entry entry = new Entry(registry.table(), cells, file + " row " + row.number());
        if (registry.keeping() == Registry.Keeping.WHOLE) {
          requireOnce(entry, byKey);
        }
        entries.add(entry);
      } catch (NotUnderstoodException e) {
        refusals.add(new Refusal(file, grid.sheet(), row.number(), e.found(), e.allowed()));
      }
    }
    return new Release(file, body.size(), 0, entries, refusals);
  }

  // Of a list that says one thing of each key. Said twice alike, it is said once.
  private static void requireOnce(Entry entry, Map<List<String>, Entry> byKey)
      throws NotUnderstoodException {
    List<String> key =
        List.copyOf(entry.cells().values()).subList(0, Tables.keyColumns(entry.table()));
    Entry before = byKey.putIfAbsent(key, entry);
    if (before != null && !before.limits().equals(entry.limits())) {
      throw new NotUnderstoodException(
          "%s again, otherwise than in %s".formatted(String.join(" ", key), before.source()),
          "one row for each");
    }
  }

  private static boolean hasHeader(Registry registry, Grid.Row row) {
    return registry.columns().stream()
        .anyMatch(
            column ->
                row.cells().stream()
                    .anyMatch(cell -> column.headers().matcher(Words.plain(cell)).matches()));
  }

  private static Map<RegistryColumn, Integer> inOrder(Registry registry) {
    Map<RegistryColumn, Integer> columns = new LinkedHashMap<>();
    for (RegistryColumn column : registry.columns()) {
      columns.put(column, columns.size());
    }
    return columns;
  }

  // A column that is not there gets a place beyond the last, where every cell is empty.
  private static Map<RegistryColumn, Integer> columns(
      Registry registry, String file, Grid.Row header) throws ReleaseException {
    Map<RegistryColumn, Integer> columns = new LinkedHashMap<>();
    List<String> names = header.cells().stream().map(Words::plain).toList();
    for (RegistryColumn column : registry.columns()) {
      int at = 0;
      while (at < names.size() && !column.headers().matcher(names.get(at)).matches()) {
        at++;
      }
      if (at == names.size() && column.absent() == null) {
        throw new ReleaseException(
            "%s:%d: no column '%s' in %s; %s%s"
                .formatted(
                    file,
                    header.number(),
                    column.name(),
                    String.join(",", header.cells()),
                    column.headers().pattern().replaceAll("[\\^$?()]", "").replace("|", ", "),
                    names.stream().anyMatch(name -> IDENTITY_CARD.matcher(name).matches())
                        ? "; an identity card's number is no person number"
                        : ""));
      }
      columns.put(column, at);
    }
    return columns;
  }
}

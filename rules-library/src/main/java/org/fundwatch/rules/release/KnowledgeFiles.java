package org.fundwatch.rules.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two states of knowledge: tables, folders of them, or releases. */
public final class KnowledgeFiles {

  private KnowledgeFiles() {}

  /**
   * What differs, by table; tables without a difference are left out.
   *
   * @param before a table, a release, a folder of tables or a rule library
   * @param after the same, later
   * @throws ReleaseException when a file is none of these
   * @throws IOException when one cannot be read
   */
  public static List<Difference> compare(Path before, Path after)
      throws IOException, ReleaseException {
    SortedMap<String, TableFile> old = tables(before);
    SortedMap<String, TableFile> is = tables(after);
    // Two files of different names are two states of one table.
    if (Files.isRegularFile(before) && old.size() == 1 && is.size() == 1) {
      is = new TreeMap<>(Map.of(old.firstKey(), is.get(is.firstKey())));
    }
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(is.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      Difference difference = compare(name, old.get(name), is.get(name));
      if (!difference.changes().isEmpty()) {
        differences.add(difference);
      }
    }
    return differences;
  }

  /** What differs between two states of one table. */
  public static Difference compare(TableFile before, TableFile after) {
    return compare(after.name(), before, after);
  }

  private static Difference compare(String name, @Nullable TableFile old, @Nullable TableFile is) {
    List<String> columns = columns(is == null ? old : is);
    List<List<String>> before = old == null ? List.of() : cells(old, columns);
    List<List<String>> after = is == null ? List.of() : cells(is, columns);
    return Difference.of(name, columns, before, after);
  }

  // Where a row comes from is no part of what it says.
  private static List<String> columns(@Nullable TableFile table) {
    return table == null
        ? List.of()
        : table.columns().stream().filter(column -> !column.equals("source")).toList();
  }

  private static List<List<String>> cells(TableFile table, List<String> columns) {
    List<Integer> places = columns.stream().map(table.columns()::indexOf).toList();
    return table.rows().stream()
        .map(row -> places.stream().map(place -> place < 0 ? "" : row.get(place)).toList())
        .toList();
  }

  private static SortedMap<String, TableFile> tables(Path path)
      throws IOException, ReleaseException {
    SortedMap<String, TableFile> tables = new TreeMap<>();
    if (Files.isDirectory(path)) {
      Path folder = Files.isDirectory(path.resolve("knowledge")) ? path.resolve("knowledge") : path;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
          tables.put(name(file), TableFile.parse(name(file), Files.readString(file)));
        }
      }
      return tables;
    }
    if (path.toString().endsWith(".csv")) {
      String text = Files.readString(path);
      String header = text.lines().findFirst().orElse("");
      if (TableFile.isHeader(List.of(header.split(",", -1)))) {
        tables.put(name(path), TableFile.parse(name(path), text));
        return tables;
      }
    }
    return ofRelease(ReleaseReader.read(path));
  }

  private static SortedMap<String, TableFile> ofRelease(Release release) {
    SortedMap<String, List<List<String>>> rows = new TreeMap<>();
    for (Entry entry : release.entries()) {
      TableFile form = Tables.empty(entry.table());
      List<String> row = new ArrayList<>();
      form.ownColumns().forEach(column -> row.add(entry.cells().getOrDefault(column, "")));
      row.addAll(List.of("", "", "", entry.source()));
      rows.computeIfAbsent(entry.table(), name -> new ArrayList<>()).add(row);
    }
    SortedMap<String, TableFile> tables = new TreeMap<>();
    rows.forEach((name, all) -> tables.put(name, Tables.empty(name).with(all)));
    return tables;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".csv", "");
  }
}

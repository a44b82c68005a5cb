package org.fundwatch.standalone.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A file dealt by the hash of a key to parts, each small enough to be held in memory. */
final class Table {

  private final String key;
  private final Header header;
  private final List<Path> parts;
  private final ByteCount count;

  private Table(String key, Header header, List<Path> parts, ByteCount count) {
    this.key = key;
    this.header = header;
    this.parts = parts;
    this.count = count;
  }

  /**
   * Checks the header and, where there is more than one part, deals the rows.
   *
   * @param key the column to deal by
   * @param required columns that must be there
   * @param parts how many
   * @param scratch an existing folder for them
   */
  static Table deal(
      Path file, String key, Collection<String> required, int parts, Path scratch, ByteCount count)
      throws IOException {
    try (DelimitedFile rows = DelimitedFile.open(file, count)) {
      rows.header().require(required);
      if (parts == 1) {
        return new Table(key, rows.header(), List.of(), count);
      }
      List<Path> paths = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        paths.add(scratch.resolve(file.getFileName() + "." + part));
      }
      dealRows(rows, key, paths);
      return new Table(key, rows.header(), paths, count);
    }
  }

  private static void dealRows(Rows rows, String key, List<Path> paths) throws IOException {
    SpilledRows.Writer[] writers = new SpilledRows.Writer[paths.size()];
    try {
      for (int part = 0; part < writers.length; part++) {
        writers[part] = new SpilledRows.Writer(paths.get(part));
      }
      for (Row row = rows.next(); row != null; row = rows.next()) {
        writers[Math.floorMod(row.get(key).hashCode(), writers.length)].write(row);
      }
    } finally {
      for (Closeable writer : Arrays.asList(writers)) {
        if (writer != null) {
          writer.close();
        }
      }
    }
  }

  String key() {
    return key;
  }

  Header header() {
    return header;
  }

  /** The rows of one part, in the file's order. */
  Rows part(int part) throws IOException {
    return parts.isEmpty()
        ? DelimitedFile.open(header.file(), count)
        : new SpilledRows(header, parts.get(part), count);
  }
}

package org.fundwatch.alertapi.procedure.term;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comma-separated tables with a header line and no quotes; mistakes are told with their place. */
public final class TableFile {
  private TableFile() {}

  /**
   * A table of the jar, none when there is no such table.
   *
   * @param home a class of the package that the table lies with
   */
  public static Optional<List<Row>> inJar(Class<?> home, String name, String header) {
    try (InputStream in = home.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(rows(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), header));
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  /** A table of a folder, none when there is no folder or no such table. */
  public static Optional<List<Row>> inFolder(@Nullable Path folder, String name, String header) {
    if (folder == null || !Files.exists(folder.resolve(name))) {
      return Optional.empty();
    }
    var file = folder.resolve(name);
    try {
      return Optional.of(rows(file.toString(), Files.readString(file), header));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read as UTF-8", e);
    }
  }

  private static List<Row> rows(String name, String text, String header) {
    var lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new IllegalArgumentException("%s:1: '%s' is wanted".formatted(name, header));
    }
    var columns = List.of(header.split(","));
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i++) {
      var row = new Row(name + ":" + (i + 1), columns, List.of(lines.get(i).split(",", -1)));
      if (row.cells.size() != columns.size()) {
        throw row.wrong(
            "cells", String.valueOf(row.cells.size()), columns.size() + ", with no comma inside");
      }
      rows.add(row);
    }
    return rows;
  }

  /** One line: where it stands, and its cells. */
  public record Row(String place, List<String> columns, List<String> cells) {

    /** The text of a cell. */
    public String text(String column) {
      return cells.get(columns.indexOf(column));
    }

    /** A date; {@code absent} for an empty cell, unless that is null. */
    public LocalDate date(String column, @Nullable LocalDate absent) {
      if (text(column).isEmpty() && absent != null) {
        return absent;
      }
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException e) {
        throw wrong(column, text(column), "a date as 2026-01-31");
      }
    }

    /** A whole number above 0. */
    public long positive(String column) {
      if (!text(column).matches("[1-9]\\d{0,14}")) {
        throw wrong(column, text(column), "a whole number above 0");
      }
      return Long.parseLong(text(column));
    }

    /** A whole number from 0. */
    public int count(String column) {
      if (!text(column).matches("\\d{1,9}")) {
        throw wrong(column, text(column), "a whole number from 0");
      }
      return Integer.parseInt(text(column));
    }

    /** A name of a closed list, in small or capital letters. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
      var found = text(column);
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(found.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> wrong(column, found, Arrays.toString(type.getEnumConstants())));
    }

    /** What there is to say about a cell that is not allowed. */
    public IllegalArgumentException wrong(String column, String found, String allowed) {
      return new IllegalArgumentException(
          "%s: %s '%s'; allowed: %s".formatted(place, column, found, allowed));
    }
  }
}

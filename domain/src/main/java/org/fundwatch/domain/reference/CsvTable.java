package org.fundwatch.domain.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.domain.settlement.Gender;

/** Reads one of our own tables: comma-separated, a header line, no quotes. */
final class CsvTable {

  private static final int ANY_AGE = 200;

  private CsvTable() {}

  /** The rows of a table beside this class, each made by {@code read}, in order. */
  static <T> List<T> read(String file, Function<Row, T> read) {
    List<T> rows = new ArrayList<>();
    try (InputStream stream = CsvTable.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + ": missing; it is part of the domain module");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      String[] header = split(lines.readLine());
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String place = file + ":" + ++number;
        String[] cells = split(line);
        if (cells.length != header.length) {
          throw new IllegalStateException(
              "%s: %d cells; %d as in the header".formatted(place, cells.length, header.length));
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          byName.put(header[i], cells[i]);
        }
        rows.add(read.apply(new Row(place, byName)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
    return rows;
  }

  private static String[] split(String line) {
    return line.split(",", -1);
  }

  /** One row: where it stands and its cells by column. */
  record Row(String place, Map<String, String> cells) {

    String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalStateException(place + ": no column " + column);
      }
      return cell;
    }

    int whole(String column, int absent) {
      String cell = text(column);
      return cell.isEmpty() ? absent : Integer.parseInt(cell);
    }

    long fen(String column) {
      return Fen.ofYuan(text(column));
    }

    List<String> words(String column) {
      String cell = text(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    Set<String> wordSet(String column) {
      return Set.copyOf(words(column));
    }

    Limits limits() {
      return new Limits(gender(), whole("minAge", 0), whole("maxAge", ANY_AGE));
    }

    Gender gender() {
      return switch (text("sex")) {
        case "M" -> Gender.MALE;
        case "F" -> Gender.FEMALE;
        case "" -> Gender.UNKNOWN;
        default ->
            throw new IllegalStateException(place + ": sex '" + text("sex") + "'; M, F or empty");
      };
    }
  }
}

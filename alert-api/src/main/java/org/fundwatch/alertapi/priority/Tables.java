package org.fundwatch.alertapi.priority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;

/** Reads the tables: comma-separated lines without quotes, the last column takes the rest. */
final class Tables {
  private static final String EFFORT = "region,family,subject,minutes,provenance,source";
  private static final String DEADLINE = "region,outcome,days,provenance,source";
  private static final String WEIGHT = "family,decided,provenance,source";

  private Tables() {}

  /**
   * @param file of a table of efforts, empty for the built-in one
   */
  static List<Effort> efforts(String file) {
    var rows =
        rows(
            file.isEmpty() ? "effort.csv" : file,
            file.isEmpty(),
            EFFORT,
            cells ->
                new Effort(
                    cells[0],
                    cells[1],
                    cells[2].isEmpty() ? null : one(SubjectKind.class, cells[2]),
                    number(cells[3]),
                    one(Provenance.class, cells[4]),
                    cells[5]));
    if (rows.stream()
        .noneMatch(
            row -> row.region().isEmpty() && row.family().isEmpty() && row.subject() == null)) {
      throw new IllegalArgumentException(
          "%s: no row for everything; one with empty region, family and subject is wanted"
              .formatted(file));
    }
    return rows;
  }

  /**
   * @param file of a table of deadlines, empty for the built-in one
   */
  static List<Deadline> deadlines(String file) {
    var rows =
        rows(
            file.isEmpty() ? "deadlines.csv" : file,
            file.isEmpty(),
            DEADLINE,
            cells ->
                new Deadline(
                    cells[0],
                    one(Outcome.class, cells[1]),
                    number(cells[2]),
                    one(Provenance.class, cells[3]),
                    cells[4]));
    for (var outcome : Outcome.values()) {
      if (rows.stream().noneMatch(row -> row.region().isEmpty() && row.outcome() == outcome)) {
        throw new IllegalArgumentException(
            "%s: no row for %s; one with an empty region is wanted".formatted(file, outcome));
      }
    }
    return rows;
  }

  /**
   * @param file of a table of weights, empty for the built-in one
   */
  static List<Weight> weights(String file) {
    var rows =
        rows(
            file.isEmpty() ? "precision.csv" : file,
            file.isEmpty(),
            WEIGHT,
            cells ->
                new Weight(cells[0], number(cells[1]), one(Provenance.class, cells[2]), cells[3]));
    if (rows.stream().noneMatch(row -> row.family().isEmpty())) {
      throw new IllegalArgumentException(
          "%s: no row for everything; one with an empty family is wanted".formatted(file));
    }
    return rows;
  }

  private static <T> List<T> rows(
      String name, boolean builtIn, String header, Function<String[], T> row) {
    var lines = (builtIn ? resource(name) : file(name)).lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equals(header)) {
      throw new IllegalArgumentException(
          "%s:1: another header; allowed is '%s'".formatted(name, header));
    }
    var columns = header.split(",").length;
    var rows = new ArrayList<T>();
    for (int at = 1; at < lines.size(); at++) {
      if (lines.get(at).isBlank()) {
        continue;
      }
      try {
        var cells = lines.get(at).split(",", columns);
        if (cells.length < columns) {
          throw new IllegalArgumentException(
              "%d columns; %d are wanted".formatted(cells.length, columns));
        }
        rows.add(row.apply(cells));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("%s:%d: %s".formatted(name, at + 1, e.getMessage()), e);
      }
    }
    return rows;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s'; a whole number is wanted".formatted(text), e);
    }
  }

  private static <E extends Enum<E>> E one(Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s'; allowed are %s".formatted(text, Arrays.toString(type.getEnumConstants())), e);
    }
  }

  private static String file(String name) {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "'%s' cannot be read; a table in UTF-8 is wanted".formatted(name), e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

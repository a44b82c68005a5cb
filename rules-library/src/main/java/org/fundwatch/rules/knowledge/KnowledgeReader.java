package org.fundwatch.rules.knowledge;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fundwatch.rules.RuleIssue;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.Suggestions;

/**
 * Reads a knowledge table from CSV. The header names each column and its type ({@code
 * per_day:number}; text where none is given); the first column is the key; {@code from}, {@code to}
 * (days, may be empty), {@code region} (a prefix, may be empty) and {@code source} close every row.
 */
public final class KnowledgeReader {

  private static final List<String> VALIDITY = List.of("from", "to", "region", "source");
  private static final List<String> TYPES = List.of("text", "int", "number");

  private final String file;
  private final Issues issues;
  // Thousands of rows share a source.
  private final Map<String, String> sources = new HashMap<>();

  private KnowledgeReader(String file, Issues issues) {
    this.file = file;
    this.issues = issues;
  }

  /** The table of a file {@code knowledge/<name>.csv}; what is wrong goes to {@code issues}. */
  public static KnowledgeTable read(String file, String text, Issues issues) {
    String name = file.substring(file.lastIndexOf('/') + 1).replace(".csv", "").replace('-', '_');
    return new KnowledgeReader(file, issues).table(name, text);
  }

  private KnowledgeTable table(String name, String text) {
    List<CsvRecord> records = records(text);
    if (records.isEmpty()) {
      issue(1, 1, "empty table", "a header line");
      return new KnowledgeTable(name, List.of(), Map.of());
    }
    CsvRecord header = records.get(0);
    int width = header.getFieldCount();
    int own = width - VALIDITY.size();
    if (own < 1 || !header.getFields().subList(own, width).equals(VALIDITY)) {
      issue(
          1,
          1,
          "columns " + String.join(",", header.getFields()),
          "a key, what is known of it, then " + String.join(",", VALIDITY));
      return new KnowledgeTable(name, List.of(), Map.of());
    }
    List<KnowledgeTable.Column> columns = new ArrayList<>();
    for (int i = 0; i < own; i++) {
      columns.add(column(header.getField(i), i + 1));
    }
    Map<String, List<KnowledgeRow>> byKey = new LinkedHashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (CsvRecord row : records.subList(1, records.size())) {
      if (row.getFieldCount() != width) {
        issue(line(row), 1, row.getFieldCount() + " cells", width + " as in the header");
        continue;
      }
      List<KnowledgeRow> rows = byKey.computeIfAbsent(row.getField(0), key -> new ArrayList<>());
      String id = name + ":" + row.getField(0) + validity(row.getField(own + 2), row.getField(own));
      int number = numbers.merge(id, 1, Integer::sum);
      rows.add(row(number == 1 ? id : id + "#" + number, columns, row));
    }
    return new KnowledgeTable(name, columns, byKey);
  }

  private KnowledgeRow row(String id, List<KnowledgeTable.Column> columns, CsvRecord row) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(columns.get(i).type(), row.getField(i), line(row), i + 1));
    }
    int own = columns.size();
    if (row.getField(own + 3).isBlank()) {
      issue(line(row), own + 4, "no source", "where the row comes from");
    }
    return new KnowledgeRow(
        id,
        cells,
        day(row.getField(own), Integer.MIN_VALUE, line(row), own + 1),
        day(row.getField(own + 1), Integer.MAX_VALUE, line(row), own + 2),
        row.getField(own + 2),
        sources.computeIfAbsent(row.getField(own + 3), source -> source));
  }

  private static String validity(String region, String from) {
    String both = region + (region.isEmpty() || from.isEmpty() ? "" : ",") + from;
    return both.isEmpty() ? "" : "@" + both;
  }

  private KnowledgeTable.Column column(String header, int at) {
    int colon = header.indexOf(':');
    String type = colon < 0 ? "text" : header.substring(colon + 1);
    if (!TYPES.contains(type)) {
      issue(1, at, "column type '" + type + "'", Suggestions.allowed(type, TYPES));
      type = "text";
    }
    return new KnowledgeTable.Column(
        colon < 0 ? header : header.substring(0, colon),
        KnowledgeTable.ColumnType.valueOf(type.toUpperCase(Locale.ROOT)));
  }

  private Object cell(KnowledgeTable.ColumnType type, String text, int line, int column) {
    try {
      return switch (type) {
        case TEXT -> text;
        case INT -> Long.parseLong(text);
        case NUMBER -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      issue(
          line,
          column,
          "'" + text + "'",
          type == KnowledgeTable.ColumnType.INT ? "a whole number" : "a number");
      return type == KnowledgeTable.ColumnType.INT ? (Object) 0L : (Object) 0.0;
    }
  }

  private int day(String text, int absent, int line, int column) {
    if (text.isEmpty()) {
      return absent;
    }
    try {
      return (int) LocalDate.parse(text).toEpochDay();
    } catch (DateTimeParseException e) {
      issue(line, column, "'" + text + "'", "a day such as 2026-03-31, or nothing");
      return absent;
    }
  }

  private List<CsvRecord> records(String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException e) {
      issue(1, 1, "no CSV: " + e.getMessage(), "comma-separated values");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string", e);
    }
    return List.of();
  }

  // The column of an issue is that of the table, not of the text.
  private void issue(int line, int column, String found, String allowed) {
    issues.add(new RuleIssue(file, line, column, found, allowed));
  }

  private static int line(CsvRecord row) {
    return (int) row.getStartingLineNumber();
  }
}

package org.fundwatch.rules.release;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A knowledge table as it stands in its file.
 *
 * @param name of the file without its ending, such as {@code sex-limits}
 * @param header with the types of columns, closed by {@code from,to,region,source}
 * @param rows in the file's order, as wide as the header
 */
public record TableFile(String name, List<String> header, List<List<String>> rows) {

  private static final List<String> VALIDITY = List.of("from", "to", "region", "source");

  public TableFile {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table without rows. */
  static TableFile empty(String name, String ownColumns) {
    List<String> header = new ArrayList<>(List.of(ownColumns.split(",", -1)));
    header.addAll(VALIDITY);
    return new TableFile(name, header, List.of());
  }

  /**
   * Reads a table.
   *
   * @throws ReleaseException when it has not the form of one
   */
  public static TableFile parse(String name, String text) throws ReleaseException {
    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      records = reader.stream().toList();
    } catch (CsvParseException | IOException e) {
      throw new ReleaseException(name + ".csv: " + e.getMessage() + "; rows of equal width", e);
    }
    if (records.isEmpty() || !isHeader(records.get(0).getFields())) {
      throw new ReleaseException(
          name + ".csv:1:1: no header of a knowledge table; one closed by from,to,region,source");
    }
    return new TableFile(
        name,
        records.get(0).getFields(),
        records.stream().skip(1).map(CsvRecord::getFields).toList());
  }

  /** True where a first line is that of a knowledge table. */
  static boolean isHeader(List<String> header) {
    int own = header.size() - VALIDITY.size();
    return own > 0 && header.subList(own, header.size()).equals(VALIDITY);
  }

  /** The file's content. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return text.toString();
  }

  /** Names of the columns before the validity, without types. */
  List<String> ownColumns() {
    return header.subList(0, own()).stream().map(TableFile::bare).toList();
  }

  /** Number of columns before the validity. */
  int own() {
    return header.size() - VALIDITY.size();
  }

  TableFile with(List<List<String>> otherRows) {
    return new TableFile(name, header, otherRows);
  }

  /** Names of all columns, without types. */
  List<String> columns() {
    return header.stream().map(TableFile::bare).toList();
  }

  private static String bare(String column) {
    int colon = column.indexOf(':');
    return colon < 0 ? column : column.substring(0, colon);
  }
}

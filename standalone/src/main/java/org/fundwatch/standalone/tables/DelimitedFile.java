package org.fundwatch.standalone.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A text file in UTF-8 with a header row, its cells between {@code |@|} or commas, where needed in
 * double quotes. The header tells which of the two it is.
 */
public final class DelimitedFile implements Rows {

  private static final String BAR = "|@|";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int HEADER_LIMIT = 64 * 1024;

  private final Path file;
  private final Reader reader;
  private final Iterator<CsvRecord> records;
  private final Header header;
  private long line = 1;

  private DelimitedFile(Path file, Reader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    records =
        CsvReader.builder()
            .fieldSeparator(delimiter(reader))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(reader)
            .iterator();
    CsvRecord first = read();
    if (first == null) {
      throw new FileException(file, "empty; a header row and rows");
    }
    header = new Header(file, first.getFields());
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws FileException where the file is empty, not UTF-8 or names a column twice
   */
  public static DelimitedFile open(Path file, ByteCount count) throws IOException {
    // REPORT: a broken byte must be an error and not a question mark in somebody's name.
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                count.counted(Files.newInputStream(file)),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            HEADER_LIMIT);
    try {
      return new DelimitedFile(file, reader);
    } catch (CharacterCodingException e) {
      reader.close();
      throw notUtf8(file, 1);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public @Nullable Row next() throws IOException {
    CsvRecord next = read();
    if (next == null) {
      return null;
    }
    if (next.getFieldCount() != header.size()) {
      throw new FileException(
          file,
          line,
          "%d cells; %d as in the header, text with the delimiter in double quotes"
              .formatted(next.getFieldCount(), header.size()));
    }
    return new Row(header, line, next.getFields());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable CsvRecord read() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      return next;
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8(file, line) : e.getCause();
    } catch (CsvParseException e) {
      // Its text may quote cells, and with them people: only the place is passed on.
      throw new FileException(
          file, line, "cannot be read from here on; each opened double quote is closed");
    }
  }

  private static FileException notUtf8(Path file, long line) {
    return new FileException(
        file, "bytes that are not UTF-8 after line " + line + "; text in UTF-8");
  }

  private static String delimiter(Reader reader) throws IOException {
    reader.mark(HEADER_LIMIT);
    int mark = reader.read();
    if (mark != BYTE_ORDER_MARK) {
      reader.reset();
    }
    reader.mark(HEADER_LIMIT);
    StringBuilder first = new StringBuilder();
    for (int c = reader.read();
        c >= 0 && c != '\n' && first.length() < HEADER_LIMIT - 1;
        c = reader.read()) {
      first.append((char) c);
    }
    reader.reset();
    return first.indexOf(BAR) >= 0 ? BAR : ",";
  }
}

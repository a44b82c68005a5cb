package org.fundwatch.rules.release;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads the sheets of a workbook, of a CSV file or of a plain list as text. */
final class GridReader {

  private GridReader() {}

  /**
   * The sheets of a file; hidden ones too, since a release keeps its codes wherever it likes.
   *
   * @param name of the file; its ending tells CSV and plain lists from a workbook
   * @throws ReleaseException when it is neither
   */
  static List<Grid> read(String name, byte[] content) throws ReleaseException {
    if (isPlain(name)) {
      return List.of(plain(name, content));
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? csv(name, content)
        : workbook(name, content);
  }

  /** True for a list whose cells are told apart by blanks, which seldom has a header. */
  static boolean isPlain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".dat") || lower.endsWith(".txt");
  }

  private static Grid plain(String name, byte[] content) {
    List<Grid.Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text(content).lines().toList()) {
      rows.add(new Grid.Row(++number, List.of(line.strip().split("\\s+"))));
    }
    return new Grid(name, rows);
  }

  private static String text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Grid> csv(String name, byte[] content) throws ReleaseException {
    List<Grid.Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text(content))) {
      for (CsvRecord row : reader) {
        rows.add(
            new Grid.Row(
                (int) row.getStartingLineNumber(),
                row.getFields().stream().map(String::strip).toList()));
      }
      return List.of(new Grid(name, rows));
    } catch (CsvParseException | IOException e) {
      throw new ReleaseException(name + ": " + e.getMessage() + "; CSV in UTF-8", e);
    }
  }

  private static List<Grid> workbook(String name, byte[] content) throws ReleaseException {
    List<Grid> grids = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(content))) {
      for (Sheet sheet : book) {
        grids.add(grid(sheet));
      }
      return grids;
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | OpenXML4JRuntimeException e) {
      throw new ReleaseException(name + ": no readable workbook; xlsx, xls or CSV in UTF-8", e);
    }
  }

  private static Grid grid(Sheet sheet) {
    List<List<String>> cells = new ArrayList<>();
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      for (Cell cell : row) {
        put(cells, cell.getRowIndex(), cell.getColumnIndex(), text(cell));
      }
    }
    for (CellRangeAddress merged : sheet.getMergedRegions()) {
      fill(cells, merged);
    }
    List<Grid.Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      rows.add(new Grid.Row(i + 1, cells.get(i)));
    }
    return new Grid(sheet.getSheetName(), rows);
  }

  private static void fill(List<List<String>> cells, CellRangeAddress merged) {
    int top = merged.getFirstRow();
    int left = merged.getFirstColumn();
    if (top >= cells.size() || left >= cells.get(top).size()) {
      return; // nothing stands in it
    }
    String text = cells.get(top).get(left);
    int bottom = Math.min(merged.getLastRow(), cells.size() - 1);
    for (int row = top; row <= bottom && !text.isEmpty(); row++) {
      // Banners are merged over hundreds of columns; no release has as many.
      for (int column = left; column <= Math.min(merged.getLastColumn(), left + 50); column++) {
        put(cells, row, column, text);
      }
    }
  }

  private static void put(List<List<String>> cells, int row, int column, String text) {
    while (cells.size() <= row) {
      cells.add(new ArrayList<>());
    }
    List<String> line = cells.get(row);
    if (line.size() <= column) {
      line.addAll(Collections.nCopies(column + 1 - line.size(), ""));
    }
    line.set(column, text);
  }

  // Not as displayed: a code kept as a number would be displayed as 1.1E+12.
  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue().strip();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? DateTimeFormatter.ISO_LOCAL_DATE.format(cell.getLocalDateTimeCellValue())
              : new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                  .stripTrailingZeros()
                  .toPlainString();
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }
}

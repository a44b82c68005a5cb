package org.fundwatch.rules.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small workbooks with invented items. */
final class Books {

  private final XSSFWorkbook book = new XSSFWorkbook();

  /** Adds a sheet whose rows are texts apart by {@code |}; a number is kept as a number. */
  Books sheet(String name, List<String> rows, String... merged) {
    XSSFSheet sheet = book.createSheet(name);
    for (int i = 0; i < rows.size(); i++) {
      Row row = sheet.createRow(i);
      String[] cells = rows.get(i).split("\\|", -1);
      for (int j = 0; j < cells.length; j++) {
        String text = cells[j].strip();
        if (text.startsWith("#")) {
          row.createCell(j).setCellValue(Double.parseDouble(text.substring(1)));
        } else if (!text.isEmpty()) {
          row.createCell(j).setCellValue(text);
        }
      }
    }
    for (String range : merged) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }
    return this;
  }

  /** Adds a sheet with the columns of another in another order. */
  Books shuffled(Grid grid, Random random) {
    int width = grid.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<Integer> order = new ArrayList<>(IntStream.range(0, width).boxed().toList());
    Collections.shuffle(order, random);
    XSSFSheet sheet = book.createSheet(grid.sheet());
    for (Grid.Row line : grid.rows()) {
      Row row = sheet.createRow(line.number() - 1);
      for (int i = 0; i < width; i++) {
        row.createCell(i).setCellValue(line.cell(order.get(i)));
      }
    }
    return this;
  }

  byte[] bytes() {
    try (book) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /** The entries of a release of one sheet, as texts. */
  static List<String> read(String file, String sheet, List<String> rows, String... merged)
      throws ReleaseException {
    return told(ReleaseReader.read(file, new Books().sheet(sheet, rows, merged).bytes()));
  }

  /** What a release says: entries, then refusals. */
  static List<String> told(Release release) {
    List<String> all =
        new ArrayList<>(
            release.entries().stream()
                .map(entry -> entry.table() + entry.cells() + " " + entry.source())
                .toList());
    release.refusals().forEach(refusal -> all.add(refusal.toString()));
    return all;
  }
}

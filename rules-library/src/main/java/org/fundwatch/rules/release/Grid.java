package org.fundwatch.rules.release;

import java.util.List;

/**
 * One sheet as text.
 *
 * @param sheet its name; that of the file for CSV
 * @param rows in order, with what merged cells hold in each of them
 */
record Grid(String sheet, List<Row> rows) {

  Grid {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number as the spreadsheet shows it, from 1
   * @param cells texts without blanks at the ends; empty where nothing stands
   */
  record Row(int number, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    /** The cell of a column from 0; empty beyond the last. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    /** Different texts in the row: one for a title that is merged across. */
    long differentTexts() {
      return cells.stream().filter(cell -> !cell.isEmpty()).distinct().count();
    }
  }
}

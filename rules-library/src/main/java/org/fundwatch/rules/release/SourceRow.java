package org.fundwatch.rules.release;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One row of a sheet by the meaning of its columns.
 *
 * @param sheet its sheet
 * @param number as the spreadsheet counts, from 1
 * @param kind what is limited
 * @param cells texts; meanings that have no column are absent
 */
record SourceRow(String sheet, int number, Kind kind, Map<Meaning, String> cells) {

  SourceRow {
    cells = Collections.unmodifiableMap(new EnumMap<>(cells));
  }

  /** The text of a column; empty where there is none. */
  String cell(Meaning meaning) {
    return cells.getOrDefault(meaning, "");
  }

  /** True where something stands in a column. */
  boolean has(Meaning meaning) {
    return !cell(meaning).isEmpty();
  }

  /** The stated limit, else what is remarked of it; read by a grammar. */
  String limit() {
    return has(Meaning.VALUE) ? cell(Meaning.VALUE) : cell(Meaning.NOTE);
  }

  String name() {
    return Words.oneLine(cell(Meaning.NAME));
  }

  /** The item's code in its national form. */
  String code() throws NotUnderstoodException {
    return Codes.code(cell(Meaning.CODE));
  }

  /** What the code is for. */
  Goods goods() throws NotUnderstoodException {
    return Goods.of(code());
  }

  /** This row with the limit and remarks of the one that defines it. */
  SourceRow definedBy(SourceRow definition) {
    Map<Meaning, String> all = new EnumMap<>(Meaning.class);
    all.putAll(definition.cells);
    all.putAll(cells);
    return new SourceRow(sheet, number, kind, all);
  }

  /** {@code sheet!row}. */
  String place() {
    return sheet + "!" + number;
  }
}

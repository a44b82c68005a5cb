package org.fundwatch.rules.release;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the header of a sheet is and what its columns mean.
 *
 * @param above rows above the header, with the titles
 * @param height rows of the header
 * @param columns column of each meaning, from 0
 */
record Layout(int above, int height, Map<Meaning, Integer> columns) {

  private static final int SEARCHED = 20;
  private static final int HIGHEST = 3;
  private static final int SAMPLE = 200;
  private static final double MOSTLY = 0.8;

  /** The layout of a sheet; empty where no row reads like a header. */
  static Optional<Layout> of(Grid grid) {
    Layout best = null;
    for (int above = 0; above < Math.min(SEARCHED, grid.rows().size()); above++) {
      for (int height = 1; height <= HIGHEST && above + height <= grid.rows().size(); height++) {
        List<Grid.Row> rows = grid.rows().subList(above, above + height);
        // A title is merged across; together with it every column would read like it.
        if (rows.get(height - 1).differentTexts() < 2 || rows.get(0).differentTexts() < 2) {
          continue;
        }
        Layout layout = new Layout(above, height, columns(rows));
        if (layout.usable() && (best == null || layout.columns.size() > best.columns.size())) {
          best = layout;
        }
      }
    }
    return Optional.ofNullable(best).map(layout -> layout.withCodes(grid));
  }

  /** The header's row as one text. */
  static String heading(List<Grid.Row> rows, int column) {
    Set<String> parts = new LinkedHashSet<>();
    rows.forEach(row -> parts.add(row.cell(column)));
    return String.join("", parts);
  }

  /** A row by meaning. */
  Map<Meaning, String> read(Grid.Row row) {
    Map<Meaning, String> cells = new EnumMap<>(Meaning.class);
    columns.forEach(
        (meaning, column) -> {
          if (!row.cell(column).isEmpty()) {
            cells.put(meaning, row.cell(column));
          }
        });
    return cells;
  }

  boolean has(Meaning meaning) {
    return columns.containsKey(meaning);
  }

  private boolean usable() {
    return columns.size() >= 2
        && (has(Meaning.NAME) || has(Meaning.CODE) || has(Meaning.MAIN_CODE));
  }

  private static Map<Meaning, Integer> columns(List<Grid.Row> header) {
    Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
    int width = header.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int i = 0; i < width; i++) {
      int column = i;
      Meaning.of(heading(header, i)).ifPresent(meaning -> columns.putIfAbsent(meaning, column));
    }
    return columns;
  }

  // A column of codes is one whatever its header says.
  private Layout withCodes(Grid grid) {
    if (has(Meaning.CODE) || has(Meaning.MAIN_CODE)) {
      return this;
    }
    List<Grid.Row> rows = grid.rows().stream().skip((long) above + height).limit(SAMPLE).toList();
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int i = 0; i < width; i++) {
      int column = i;
      List<String> texts =
          rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
      long codes = texts.stream().filter(Codes::likely).count();
      if (!columns.containsValue(column) && codes > 0 && codes >= MOSTLY * texts.size()) {
        Map<Meaning, Integer> all = new EnumMap<>(columns);
        all.put(Meaning.CODE, column);
        return new Layout(above, height, all);
      }
    }
    return this;
  }
}

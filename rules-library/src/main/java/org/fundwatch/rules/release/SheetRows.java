package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers the rows of all sheets of a release, told from titles, sums and remarks. */
final class SheetRows {

  private static final Pattern REMARK = Pattern.compile("^(合计|总计|小计|共计|备注|注[:1-9]|说明|附[:注件]).*");

  private final String file;
  private final List<SourceRow> rows = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int read;
  private int remarks;

  SheetRows(String file) {
    this.file = file;
  }

  /** Adds a sheet; false where it has no header, and everything in it is a remark. */
  boolean add(Grid grid) {
    Optional<Layout> found = Layout.of(grid);
    if (found.isEmpty()) {
      remarks += written(grid.rows().stream());
      return false;
    }
    Layout layout = found.get();
    int body = layout.above() + layout.height();
    List<Grid.Row> header = grid.rows().subList(layout.above(), body);
    Optional<Kind> kind = kind(grid, layout, header);
    remarks += written(grid.rows().stream().limit(layout.above()));
    for (Grid.Row row : grid.rows().subList(body, grid.rows().size())) {
      if (row.differentTexts() == 0) {
        continue;
      }
      if (remark(row, layout, header)) {
        remarks++;
      } else {
        read++;
        add(grid.sheet(), row.number(), layout.read(row), kind);
      }
    }
    return true;
  }

  private void add(String sheet, int number, Map<Meaning, String> cells, Optional<Kind> ofSheet) {
    Kind.named(cells.getOrDefault(Meaning.LIMIT_TYPE, ""))
        .or(() -> ofSheet)
        .ifPresentOrElse(
            kind -> rows.add(new SourceRow(sheet, number, kind, cells)),
            () ->
                refusals.add(
                    new Refusal(
                        file,
                        sheet,
                        number,
                        "what is limited is not said",
                        "a column 限定类型, or a title such as 限定性别, 限定频次, 重复收费")));
  }

  // The title of a sheet says more than the file's name: one file may hold several kinds.
  private Optional<Kind> kind(Grid grid, Layout layout, List<Grid.Row> header) {
    Stream<String> titles =
        grid.rows().stream().limit(layout.above()).flatMap(row -> row.cells().stream());
    Stream<String> headings = header.stream().flatMap(row -> row.cells().stream());
    return Stream.of(Stream.of(grid.sheet()), titles, Stream.of(file), headings)
        .flatMap(texts -> texts)
        .map(Kind::named)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean remark(Grid.Row row, Layout layout, List<Grid.Row> header) {
    List<String> texts = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    boolean mergedAcross = texts.size() > 1 && row.differentTexts() == 1;
    boolean headerAgain = header.stream().anyMatch(head -> head.cells().equals(row.cells()));
    boolean namesNothing =
        layout.read(row).keySet().stream()
            .allMatch(meaning -> meaning == Meaning.SERIAL || meaning == Meaning.NOTE);
    return mergedAcross
        || headerAgain
        || namesNothing
        || REMARK.matcher(Words.plain(texts.get(0))).matches();
  }

  private static int written(Stream<Grid.Row> rows) {
    return (int) rows.filter(row -> row.differentTexts() > 0).count();
  }

  List<SourceRow> rows() {
    return rows;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int read() {
    return read;
  }

  int remarks() {
    return remarks;
  }
}

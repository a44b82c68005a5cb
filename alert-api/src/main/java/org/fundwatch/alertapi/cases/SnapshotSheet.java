package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;

/** The sheet of what alerts rested on when they came to the case. */
final class SnapshotSheet {
  static final String NAME = "证据固定";
  private static final int WIDTH_UNIT = 256;

  private SnapshotSheet() {}

  private record Line(SnapshotRows alert, SnapshotRow row) {}

  private record Column(String title, int width, Function<Line, String> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("预警编号", 28, line -> line.alert().alertId()),
          new Column("预警版本", 9, line -> String.valueOf(line.alert().alertVersion())),
          new Column("类别", 14, line -> line.row().kind().zh()),
          new Column("编号", 28, line -> line.row().id()),
          new Column("版本", 16, line -> line.row().version()),
          new Column("固定程度", 18, line -> line.row().reach().zh()),
          new Column("SHA-256", 66, line -> line.row().sha256()),
          new Column("SM3", 66, line -> line.row().sm3()),
          new Column("内容", 80, SnapshotSheet::text));

  static void fill(Sheet sheet, List<SnapshotRows> alerts, CellStyle header, CellStyle text) {
    var first = sheet.createRow(0);
    for (int i = 0; i < COLUMNS.size(); i++) {
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * WIDTH_UNIT);
      CaseWorkbook.text(first, i, COLUMNS.get(i).title(), header);
    }
    int number = 0;
    for (var alert : alerts) {
      for (var row : alert.rows()) {
        number++;
        var filled = sheet.createRow(number);
        for (int i = 0; i < COLUMNS.size(); i++) {
          CaseWorkbook.text(filled, i, COLUMNS.get(i).value().apply(new Line(alert, row)), text);
        }
      }
    }
    sheet.createFreezePane(0, 1);
  }

  private static String text(Line line) {
    var text = line.row().text();
    return text.length() <= CaseWorkbook.LONGEST ? text : "过长，见 JSON 导出";
  }
}

package org.fundwatch.alertapi.cases;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.fundwatch.alertapi.rows.RowDocument;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/** The sheet of the fee lines of settlements that were kept with alerts. */
final class FeeLineSheet {
  static final String NAME = "结算明细";
  private static final int WIDTH_UNIT = 256;
  private static final double FEN_PER_YUAN = 100;
  private static final int PRICE_SCALE = 6;
  private static final int COUNT_SCALE = 4;

  /** What a sheet holds, the header and a last word aside. */
  private static final int MOST = SpreadsheetVersion.EXCEL2007.getMaxRows() - 2;

  private FeeLineSheet() {}

  /**
   * A line of the sheet.
   *
   * @param fee null for a settlement without fee lines
   */
  private record Line(String alert, SettlementRow row, @Nullable FeeLine fee, boolean marked) {
    Object of(Function<FeeLine, Object> value) {
      return fee == null ? "" : value.apply(fee);
    }
  }

  /** A column: text, or a number. */
  private record Column(String title, int width, Function<Line, Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("预警编号", 28, Line::alert),
          new Column("结算ID", 22, line -> line.row().settlementId()),
          new Column("就诊ID", 22, line -> line.row().settlement().encounterId()),
          new Column("结算状态", 10, line -> line.row().stands() ? "有效" : "已撤销"),
          new Column(
              "结算时间", 20, line -> ShanghaiTime.format(line.row().settlement().settledMillis())),
          new Column("定点机构编码", 16, line -> line.row().settlement().institution().code()),
          new Column("定点机构名称", 24, line -> line.row().settlement().institution().name()),
          new Column("医疗类别", 10, line -> line.row().settlement().medType()),
          new Column("费用明细流水号", 16, line -> line.of(FeeLine::id)),
          new Column(
              "费用发生时间", 20, line -> line.of(fee -> ShanghaiTime.format(fee.occurredMillis()))),
          new Column("医保目录编码", 28, line -> line.of(FeeLine::item)),
          new Column("项目名称", 30, line -> line.of(FeeLine::name)),
          new Column("费用类别", 10, line -> line.of(FeeLine::category)),
          new Column("数量", 10, line -> line.of(fee -> plain(fee.countE4(), COUNT_SCALE))),
          new Column("单价（元）", 12, line -> line.of(fee -> plain(fee.priceE6(), PRICE_SCALE))),
          new Column("金额（元）", 12, line -> line.of(fee -> fee.amountFen() / FEN_PER_YUAN)),
          new Column("开单科室编码", 14, line -> line.of(FeeLine::department)),
          new Column("开单医师编码", 18, line -> line.of(FeeLine::doctor)),
          new Column("疑点所指", 10, line -> line.marked() ? "是" : ""));

  static void fill(
      Sheet sheet, List<SnapshotRows> alerts, CellStyle header, CellStyle text, CellStyle money) {
    var first = sheet.createRow(0);
    for (int i = 0; i < COLUMNS.size(); i++) {
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * WIDTH_UNIT);
      cell(first, i, COLUMNS.get(i).title(), header, money);
    }
    sheet.createFreezePane(0, 1);
    // A list that was completed later repeats what the one before it had.
    var seen = new HashSet<Set<String>>();
    int number = 0;
    for (var alert : alerts) {
      for (var snapshot : alert.rows()) {
        if (snapshot.isWholeSettlement()
            && seen.add(Set.of(alert.alertId(), "sha256:" + snapshot.sha256()))) {
          for (var line : lines(alert.alertId(), snapshot)) {
            if (number == MOST) {
              cell(sheet.createRow(number + 1), 0, "余下各行见 JSON 导出", text, money);
              return;
            }
            number++;
            fill(sheet.createRow(number), line, text, money);
          }
        }
      }
    }
  }

  private static List<Line> lines(String alert, SnapshotRow snapshot) {
    var row = RowDocument.parsed(snapshot.text());
    var marked = Set.copyOf(snapshot.marked());
    return row.lines().isEmpty()
        ? List.of(new Line(alert, row, null, false))
        : row.lines().stream()
            .map(fee -> new Line(alert, row, fee, marked.contains(fee.id())))
            .toList();
  }

  private static void fill(Row row, Line line, CellStyle text, CellStyle money) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      cell(row, i, COLUMNS.get(i).value().apply(line), text, money);
    }
  }

  private static void cell(Row row, int column, Object value, CellStyle text, CellStyle money) {
    if (value instanceof Double yuan) {
      var cell = row.createCell(column);
      cell.setCellValue(yuan);
      cell.setCellStyle(money);
    } else {
      CaseWorkbook.text(row, column, String.valueOf(value), text);
    }
  }

  private static String plain(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
  }
}

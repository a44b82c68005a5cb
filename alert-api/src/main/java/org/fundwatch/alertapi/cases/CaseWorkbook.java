package org.fundwatch.alertapi.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.time.ShanghaiTime;

/** A case as a workbook: the list of suspicions that an inspection team works with. */
final class CaseWorkbook {
  static final String LIST = "疑点清单";
  static final String NOTES = "说明";
  private static final int WIDTH_UNIT = 256;
  private static final int WINDOW = 100;
  private static final double FEN_PER_YUAN = 100;

  /** A cell of a workbook holds no more. */
  static final int LONGEST = 32_767;

  private static final String CUT = "……过长，余下见 JSON 导出";

  private CaseWorkbook() {}

  /** One line of the list: a finding of an alert. */
  private record Line(int number, Alert alert, Finding finding) {}

  /**
   * A column.
   *
   * @param width in characters
   * @param value text, or a number in yuan
   */
  private record Column(String title, int width, Function<Line, Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("序号", 6, line -> String.valueOf(line.number())),
          new Column("预警编号", 28, line -> line.alert().id()),
          new Column("定点机构编码", 16, line -> line.finding().institution().code()),
          new Column("定点机构名称", 24, line -> line.finding().institution().name()),
          new Column("参保人标识", 36, line -> line.finding().person()),
          new Column("就诊ID", 20, line -> encounter(line.finding())),
          new Column("开始日期", 12, line -> day(line.finding().serviceFromMillis())),
          new Column("结束日期", 12, line -> day(line.finding().serviceToMillis())),
          new Column("险种类型", 10, line -> line.finding().insuranceType()),
          new Column("医师编码", 18, line -> line.finding().doctor()),
          new Column("规则编号", 26, line -> line.finding().rule().id()),
          new Column("规则版本", 9, line -> String.valueOf(line.finding().rule().version())),
          new Column("规则名称", 20, line -> line.finding().rule().nameZh()),
          new Column("条款", 40, line -> String.join("；", line.finding().rule().legalBasis())),
          new Column("疑点描述", 60, line -> line.finding().sentenceZh()),
          new Column("事实", 40, line -> facts(line.finding())),
          new Column("证据定位", 50, line -> evidence(line.finding())),
          new Column("涉嫌金额（元）", 14, line -> line.finding().amountFen() / FEN_PER_YUAN),
          new Column("机构申辩", 30, line -> ""),
          new Column("核定金额（元）", 14, line -> ""));

  /** The bytes of the workbook (xlsx). */
  static byte[] of(CaseExport export) {
    // Rows go out as they are filled: those of thousands of settlements do not fit into memory.
    try (var workbook = new SXSSFWorkbook(WINDOW);
        var out = new ByteArrayOutputStream()) {
      var styles = Styles.of(workbook);
      list(workbook.createSheet(LIST), export, styles);
      SnapshotSheet.fill(
          workbook.createSheet(SnapshotSheet.NAME),
          export.snapshots(),
          styles.header(),
          styles.text());
      FeeLineSheet.fill(
          workbook.createSheet(FeeLineSheet.NAME),
          export.snapshots(),
          styles.header(),
          styles.text(),
          styles.money());
      notes(workbook.createSheet(NOTES), export, styles);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void list(Sheet sheet, CaseExport export, Styles styles) {
    var header = sheet.createRow(0);
    for (int i = 0; i < COLUMNS.size(); i++) {
      sheet.setColumnWidth(i, COLUMNS.get(i).width() * WIDTH_UNIT);
      text(header, i, COLUMNS.get(i).title(), styles.header());
    }
    int number = 0;
    for (var detail : export.alerts()) {
      for (var finding : detail.alert().findings()) {
        number++;
        fill(sheet.createRow(number), new Line(number, detail.alert(), finding), styles);
      }
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, number, 0, COLUMNS.size() - 1));
  }

  private static void fill(Row row, Line line, Styles styles) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      var value = COLUMNS.get(i).value().apply(line);
      if (value instanceof Double yuan) {
        var cell = row.createCell(i);
        cell.setCellValue(yuan);
        cell.setCellStyle(styles.money());
      } else {
        text(row, i, String.valueOf(value), styles.text());
      }
    }
  }

  private static void notes(Sheet sheet, CaseExport export, Styles styles) {
    var file = export.file();
    var lines =
        List.of(
            List.of("案件编号", file.id()),
            List.of("案件名称", file.title()),
            List.of("建案人", file.openedBy()),
            List.of("建案时间", ShanghaiTime.format(file.openedAt())),
            List.of("事件序号", String.valueOf(file.sequence())),
            List.of("预警数", String.valueOf(export.alerts().size())),
            List.of("金额", "单位为元。同一预警的各条疑点可能涉及同一笔费用，涉嫌金额不可直接相加。"),
            List.of("参保人标识", "由参保人编号加密得到的令牌，不含姓名和身份证号。"),
            List.of("机构申辩、核定金额", "留空，由检查组填写。"),
            List.of(
                "本表没有的列",
                "姓名、身份证号：本系统不保存，请按参保人标识向经办机构查取。就诊类别、诊断、科室、项目、单价、数量和各项支付见“结算明细”和 JSON 导出。"),
            List.of(
                "证据固定",
                "预警入案时所依据的结算记录、规则、知识库和模型。摘要按未遮盖的原文计算。固定程度为“原文”的结算记录是结算报文的全部内容；为“编号、版本和说明”的，是结算未送达或只作定位。"),
            List.of("结算明细", "取自证据固定中的结算记录原文；“疑点所指”为“是”的是疑点直接指向的费用明细。结算已撤销的，列明“已撤销”。数量为负的是退费。"),
            List.of("性质", "疑点是规则和模型给出的线索，不是认定结论。"));
    sheet.setColumnWidth(0, 20 * WIDTH_UNIT);
    sheet.setColumnWidth(1, 100 * WIDTH_UNIT);
    for (int i = 0; i < lines.size(); i++) {
      var row = sheet.createRow(i);
      text(row, 0, lines.get(i).get(0), styles.header());
      text(row, 1, lines.get(i).get(1), styles.text());
    }
  }

  /** Fills a cell; a text that is longer than a cell can be is cut, and says so. */
  static void text(Row row, int column, String value, CellStyle style) {
    var cell = row.createCell(column);
    cell.setCellValue(
        value.length() <= LONGEST ? value : value.substring(0, LONGEST - CUT.length()) + CUT);
    cell.setCellStyle(style);
  }

  private static String encounter(Finding finding) {
    return finding.subject().kind() == SubjectKind.ENCOUNTER ? finding.subject().id() : "";
  }

  private static String facts(Finding finding) {
    return finding.facts().stream()
        .map(fact -> "%s=%s%s".formatted(fact.name(), fact.value(), fact.unit()))
        .collect(Collectors.joining("；"));
  }

  private static String evidence(Finding finding) {
    return finding.evidence().stream()
        .map(evidence -> (evidence.kind() + " " + evidence.id() + " " + evidence.note()).strip())
        .collect(Collectors.joining("；"));
  }

  private static String day(long millis) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(millis));
  }

  private record Styles(CellStyle header, CellStyle text, CellStyle money) {
    static Styles of(Workbook workbook) {
      var bold = workbook.createFont();
      bold.setBold(true);
      var header = workbook.createCellStyle();
      header.setFont(bold);
      header.setWrapText(true);
      var text = workbook.createCellStyle();
      text.setWrapText(true);
      // Text stays text: a spreadsheet turns long codes into 1.2E+15.
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      var money = workbook.createCellStyle();
      money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
      return new Styles(header, text, money);
    }
  }
}

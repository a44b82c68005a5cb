package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CaseIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static Http http;

  @BeforeAll
  static void index() {
    http = SERVICE.as("inspector");
    for (int number = 0; number < 10; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_234_567).alert());
    }
    SERVICE.awaitIndexed();
  }

  @Test
  void opened_fromAlerts_isACaseWithItsEvents() {
    var opened = http.post("/api/v1/cases", opening("分解住院核查", 0, 1));

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.tag()).isEqualTo("\"1\"");
    var id = opened.json().at("/file/id").asText();
    assertThat(id).matches("C\\d{4}-\\d{6}");
    var noted =
        http.post("/api/v1/cases/" + id + "/notes", "{\"text\":\"已调取病案\"}", "If-Match", "\"1\"");
    assertThat(noted.tag()).isEqualTo("\"2\"");

    var detail = http.get("/api/v1/cases/" + id).json();
    assertThat(detail.at("/events").findValuesAsText("kind")).containsExactly("OPENED", "NOTE");
    assertThat(detail.at("/alerts")).hasSize(2);
    assertThat(detail.at("/alerts/0/caseId").asText()).isEqualTo(id);
    var listed = http.get("/api/v1/cases").json().at("/items");
    assertThat(StreamSupport.stream(listed.spliterator(), false))
        .anyMatch(file -> file.at("/id").asText().equals(id) && file.at("/sequence").asInt() == 2);
  }

  @Test
  void note_onAnOutdatedCase_isToldWhatHappened() {
    var id = http.post("/api/v1/cases", opening("核查", 2)).json().at("/file/id").asText();
    http.post("/api/v1/cases/" + id + "/notes", "{\"text\":\"一\"}", "If-Match", "\"1\"");

    var late =
        SERVICE
            .as("lead")
            .post("/api/v1/cases/" + id + "/notes", "{\"text\":\"二\"}", "If-Match", "\"1\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/currentETag").asText()).isEqualTo("\"2\"");
    assertThat(late.json().at("/changes/0/text").asText()).isEqualTo("一");
  }

  @Test
  void opened_twiceWithTheSameKey_isOneCase() {
    var opening = opening("重复请求", 3);

    var first = http.post("/api/v1/cases", opening, "Idempotency-Key", "k-1");
    var second = http.post("/api/v1/cases", opening, "Idempotency-Key", "k-1");
    var other = http.post("/api/v1/cases", opening("别的", 4), "Idempotency-Key", "k-1");

    assertThat(second.json().at("/file/id")).isEqualTo(first.json().at("/file/id"));
    assertThat(second.json().at("/events")).hasSize(1);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().at("/detail").asText())
        .isEqualTo("Idempotency-Key: used before for another request; take a new one");
    // The same key of somebody else is another key.
    var lead = SERVICE.as("lead").post("/api/v1/cases", opening("别的", 4), "Idempotency-Key", "k-1");
    assertThat(lead.status()).isEqualTo(201);
  }

  @Test
  void opened_withUnknownOrTakenAlerts_namesThem() {
    var taken = http.post("/api/v1/cases", opening("先", 5)).json().at("/file/id").asText();

    var refused =
        http.post(
            "/api/v1/cases",
            "{\"title\":\"后\",\"alertIds\":[\"%s\",\"A0\"]}".formatted(SampleAlert.of(5).id()));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/faults").findValuesAsText("found"))
        .containsExactly(SampleAlert.of(5).id() + ", part of case " + taken, "A0");
  }

  @Test
  void export_workbook_opensWithTheSuspicions() throws Exception {
    var id = http.post("/api/v1/cases", opening("导出 =1+1", 6, 7)).json().at("/file/id").asText();

    try (var workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(http.download("/api/v1/cases/" + id + "/export.xlsx")))) {
      assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
          .containsExactly("疑点清单", "证据固定", "结算明细", "说明");
      var list = workbook.getSheet("疑点清单");
      assertThat(cells(list.getRow(0)))
          .startsWith("序号", "预警编号", "定点机构编码", "定点机构名称", "参保人标识")
          .endsWith("涉嫌金额（元）", "机构申辩", "核定金额（元）");
      assertThat(list.getLastRowNum()).isEqualTo(4);
      assertThat(cells(list.getRow(1)))
          .contains("IP01-split-admission", "医疗保障基金使用监督管理条例 第三十八条", "12,345.67")
          .anyMatch(cell -> cell.contains("ENCOUNTER M-before 2026-04-20 至 2026-04-29 住院"));
      var notes = workbook.getSheet("说明");
      assertThat(cells(notes.getRow(0))).containsExactly("案件编号", id);
      assertThat(cells(notes.getRow(1))).containsExactly("案件名称", "导出 =1+1");
    }
  }

  @Test
  void export_json_holdsAlertsWhole() {
    var id = http.post("/api/v1/cases", opening("导出", 8)).json().at("/file/id").asText();

    var export = http.get("/api/v1/cases/" + id + "/export").json();

    assertThat(export.at("/schema").asInt()).isEqualTo(4);
    assertThat(export.at("/events/0/kind").asText()).isEqualTo("OPENED");
    assertThat(export.at("/alerts/0/alert/findings/0/evidence")).hasSize(3);
    assertThat(export.at("/alerts/0/triage/caseId").asText()).isEqualTo(id);
  }

  private static String opening(String title, int... numbers) {
    var ids =
        IntStream.of(numbers)
            .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
            .toList();
    return "{\"title\":\"%s\",\"alertIds\":%s}".formatted(title, ids);
  }

  private static List<String> cells(Row row) {
    var format = new DataFormatter();
    return StreamSupport.stream(row.spliterator(), false).map(format::formatCellValue).toList();
  }
}

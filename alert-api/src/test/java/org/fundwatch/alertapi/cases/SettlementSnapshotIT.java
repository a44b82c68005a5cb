package org.fundwatch.alertapi.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.finding.Evidence.Kind.FEE_LINE;
import static org.fundwatch.domain.finding.Evidence.Kind.SETTLEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settlements stay as they were when their alerts came to a case, whatever becomes of them. */
final class SettlementSnapshotIT {
  private static final int MANY = 3_000;
  private static final int LINES = 12;
  private static final int LONG = 1_700;

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void settlement_thatHasCome_isFrozenAsItCame() throws Exception {
    var row = SampleRow.of(1).row();
    var text = text(row);
    SERVICE.send(SampleAlert.of(1).pointingAt(new Evidence(FEE_LINE, "2", "")).alert());
    SERVICE.send(row);
    SERVICE.awaitIndexed();
    SERVICE.awaitRows(SampleAlert.of(1).id(), 1);
    var story = CaseStory.open(SERVICE, 1);
    var path = rowsPath(story, "sha256", 0);

    // It is taken back: the case keeps what it said.
    SERVICE.send(SampleRow.of(1).takenBack().row());
    var masked = SERVICE.as("lead").get(path);

    var frozen = settlement(masked.json(), "S-M000001");
    assertThat(frozen.at("/reach").asText()).isEqualTo("WHOLE");
    assertThat(frozen.at("/version").asText()).isEqualTo("MSG-S-M000001-2207 MSG-S-M000001-3505");
    assertThat(frozen.at("/marked").toString()).isEqualTo("[\"2\"]");
    assertThat(new Digests(frozen.at("/sha256").asText(), frozen.at("/sm3").asText()))
        .isEqualTo(Digests.of(text));
    // A settlement stands for its pointer; what else was pointed at stays beside it.
    assertThat(masked.json().at("/rows").findValuesAsText("reach"))
        .containsOnly("WHOLE", "REFERENCE");
    assertThat(pointers(masked.json())).containsExactly("M-before", "M000001", "2");
    hidesPeople(masked.text());
    var export = SERVICE.as("lead").get(story.path() + "/export").text();
    hidesPeople(export);
    assertThat(export).contains("项目02");
    var revealed = SERVICE.as("lead").post(story.path() + "/reveal", "{\"reason\":\"进场检查\"}");
    assertThat(settlement(revealed.json().at("/snapshots/0"), "S-M000001").at("/text").asText())
        .isEqualTo(text);
    try (var workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(SERVICE.as("lead").download(story.path() + "/export.xlsx")))) {
      var lines = workbook.getSheet("结算明细");
      assertThat(column(lines, "费用明细流水号")).containsExactly("1", "2", "3");
      assertThat(column(lines, "疑点所指")).containsExactly("", "是", "");
      assertThat(column(lines, "数量")).containsOnly("2.5");
      assertThat(column(lines, "单价（元）")).containsOnly("5");
      assertThat(column(lines, "金额（元）")).containsExactly("12.5", "25.0", "37.5");
      assertThat(column(lines, "结算状态")).containsOnly("有效");
      for (var sheet : workbook) {
        sheet.forEach(line -> line.forEach(cell -> hidesPeople(cell.toString())));
      }
    }
  }

  @Test
  void settlement_thatComesLater_completesTheCase_andWhatWasKeptStays() {
    SERVICE.send(SampleAlert.of(2).alert());
    SERVICE.awaitIndexed();
    SERVICE.awaitTag(SampleAlert.of(2).id(), "\"1-0\"");
    var story = CaseStory.open(SERVICE, 2);
    var before = SERVICE.as("lead").get(rowsPath(story, "rows", 0)).json();
    assertThat(settlement(before, "S-M000002").at("/reach").asText()).isEqualTo("REFERENCE");
    var tooEarly = story.tries("inspector", "/snapshots", "");
    assertThat(tooEarly.status()).isEqualTo(422);
    assertThat(tooEarly.text()).contains("no settlement has come that is not kept already");

    SERVICE.send(SampleRow.of(2).row(), SampleRow.of("S-part", "M000002").row());
    SERVICE.awaitRows(SampleAlert.of(2).id(), 2);
    var completed = story.tries("inspector", "/snapshots", "");

    assertThat(completed.status()).as(completed.text()).isEqualTo(200);
    assertThat(completed.json().at("/events/1/zh").asText()).isEqualTo("补充固定结算记录");
    var after = SERVICE.as("lead").get(rowsPath(story, "sha256", 0)).json();
    assertThat(settlement(after, "S-M000002").at("/reach").asText()).isEqualTo("WHOLE");
    assertThat(settlement(after, "S-part").at("/reach").asText()).isEqualTo("WHOLE");
    assertThat(pointers(after)).containsExactly("M-before", "M000002");
    assertThat(others(after)).isEqualTo(others(before));
    // By its own hash, what was kept at first.
    assertThat(SERVICE.as("lead").get(rowsPath(story, "rows", 0)).json()).isEqualTo(before);
    assertThat(story.tries("inspector", "/snapshots", "").status()).isEqualTo(412);
    var export = SERVICE.as("lead").get(story.path() + "/export").json();
    assertThat(export.at("/snapshots")).hasSize(2);
    assertThat(faults()).isZero();
  }

  @Test
  void alert_ofAHospitalsMonth_isFrozenWithThousandsOfSettlements() {
    var named =
        IntStream.range(0, MANY)
            .mapToObj(i -> new Evidence(SETTLEMENT, "S-many-%05d".formatted(i), ""))
            .toArray(Evidence[]::new);
    var alert = SampleAlert.of(3).pointingAt(named);
    SERVICE.send(alert.alert());
    for (int i = 0; i < MANY; i++) {
      SERVICE.send(
          SampleRow.of("S-many-%05d".formatted(i), "M-many-%05d".formatted(i))
              // One of them is a long stay, of which no packing makes a short text.
              .lines(i == 7 ? LONG : LINES)
              .row());
    }
    SERVICE.awaitIndexed();
    SERVICE.awaitRows(alert.id(), MANY);

    var story = CaseStory.open(SERVICE, 3);

    var rows = SERVICE.as("lead").get(rowsPath(story, "sha256", 0)).json();
    assertThat(whole(rows)).isEqualTo(MANY);
    var stay = settlement(rows, "S-many-00007");
    assertThat(Digests.of(text(SampleRow.of("S-many-00007", "M-many-00007").lines(LONG).row())))
        .isEqualTo(new Digests(stay.at("/sha256").asText(), stay.at("/sm3").asText()));
    // All of it goes out to topics that take records of one megabyte.
    SERVICE.awaitRelayed();
    assertThat(faults()).isZero();
    assertThat(SERVICE.as("lead").download(story.path() + "/export.xlsx"))
        .startsWith('P', 'K')
        .hasSizeGreaterThan(MANY * LINES);
  }

  private static String rowsPath(CaseStory story, String hash, int snapshot) {
    return "%s/snapshots/%s/rows"
        .formatted(
            story.path(),
            story
                .detail("lead")
                .at("/events/0/action/snapshots/%d/%s".formatted(snapshot, hash))
                .asText());
  }

  private static void hidesPeople(String text) {
    assertThat(text)
        .doesNotContain(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR)
        .doesNotContain(SampleRow.DOCTORS)
        .doesNotContain(String.valueOf(SampleRow.BIRTH_DAY));
  }

  private static JsonNode settlement(JsonNode rows, String id) {
    return stream(rows)
        .filter(row -> row.at("/kind").asText().equals("SETTLEMENT"))
        .filter(row -> row.at("/id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> pointers(JsonNode rows) {
    return stream(rows)
        .filter(row -> row.at("/kind").asText().equals("SETTLEMENT"))
        .filter(row -> row.at("/reach").asText().equals("REFERENCE"))
        .map(row -> row.at("/id").asText())
        .toList();
  }

  private static List<JsonNode> others(JsonNode rows) {
    return stream(rows).filter(row -> !row.at("/kind").asText().equals("SETTLEMENT")).toList();
  }

  private static long whole(JsonNode rows) {
    return stream(rows)
        .filter(row -> row.at("/kind").asText().equals("SETTLEMENT"))
        .filter(row -> row.at("/reach").asText().equals("WHOLE"))
        .count();
  }

  private static Stream<JsonNode> stream(JsonNode rows) {
    return StreamSupport.stream(rows.at("/rows").spliterator(), false);
  }

  private static List<String> column(Sheet sheet, String title) {
    var header = sheet.getRow(0);
    int at =
        IntStream.range(0, header.getLastCellNum())
            .filter(i -> header.getCell(i).getStringCellValue().equals(title))
            .findFirst()
            .orElseThrow();
    var values = new ArrayList<String>();
    IntStream.rangeClosed(1, sheet.getLastRowNum())
        .forEach(row -> values.add(sheet.getRow(row).getCell(at).toString()));
    return values;
  }

  private static String text(SettlementRow row) {
    return new String(SettlementRowJson.write(row), UTF_8);
  }

  private static int faults() {
    return SERVICE.as("admin").get("/api/v1/journal/verify").json().at("/faultCount").asInt();
  }
}

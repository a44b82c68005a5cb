package org.fundwatch.alertapi.fund;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FundIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("nanjing", "lead", "3201")
          .withUser("wuxilead", "lead", "3202");

  private static final String SAID = "{\"text\":\"已核实\"}";

  private static Http lead;
  private static Http nanjing;

  @BeforeAll
  static void people() {
    lead = SERVICE.as("lead");
    nanjing = SERVICE.as("nanjing");
  }

  @Test
  void months_filed_makeANoticeWhenTheGradeChanges() {
    var fund = "/api/v1/regions/3201/funds/EMPLOYEE";
    for (int month = 1; month <= 12; month++) {
      file(nanjing, fund, "2024-%02d".formatted(month), 110, 100, 700);
    }
    // 700 left at 100 a month: seven months.
    var view = nanjing.get(fund).json();
    assertThat(view.at("/lastMonth").asText()).isEqualTo("2024-12");
    assertThat(reading(view, "RESERVE").at("/value").asText()).isEqualTo("7.0");
    assertThat(reading(view, "GROWTH").at("/missing").asText()).isEqualTo("the figures of 2023-01");
    assertThat(view.at("/open")).isEmpty();

    // 590 left: 5.9 months.
    file(nanjing, fund, "2025-01", 105, 100, 590);

    var open = nanjing.get(fund).json().at("/open");
    assertThat(open).hasSize(1);
    var notice = open.get(0);
    assertThat(notice.at("/raised/from").asText()).isEqualTo("NORMAL");
    assertThat(notice.at("/raised/to").asText()).isEqualTo("YELLOW");
    var judged = notice.at("/raised/judged");
    assertThat(judged.at("/reading/indicator").asText()).isEqualTo("RESERVE");
    assertThat(judged.at("/reading/value").asText()).isEqualTo("5.9");
    assertThat(judged.at("/reading/figures/balance").asLong()).isEqualTo(59_000);
    assertThat(judged.at("/reading/formula").asText()).startsWith("balance / (spending / 12)");
    assertThat(judged.at("/bound/bound").asInt()).isEqualTo(6);
    assertThat(judged.at("/bound/validity/provenance").asText()).isEqualTo("PROPOSAL");

    // The same grade again is no news; a correction that brings it back to normal is.
    file(nanjing, fund, "2025-02", 105, 100, 580);
    assertThat(nanjing.get(fund).json().at("/open")).hasSize(1);
    correct(nanjing, fund, "2025-02", 105, 100, 650);
    var both = nanjing.get(fund).json().at("/open");
    assertThat(both).hasSize(2);
    assertThat(both.at("/1/raised/from").asText()).isEqualTo("YELLOW");
    assertThat(both.at("/1/raised/to").asText()).isEqualTo("NORMAL");
    handled(notice.at("/id").asText());
    elsewhereItIsUnknown(fund, notice.at("/id").asText());
  }

  private static void handled(String id) {
    var path = "/api/v1/notices/" + id;
    var inspector = SERVICE.as("inspector");
    var tag = inspector.get(path).tag();
    assertThat(inspector.post(path + "/answer", SAID, "If-Match", tag).status()).isEqualTo(409);
    var seen = inspector.post(path + "/acknowledgement", SAID, "If-Match", tag);
    assertThat(seen.status()).as(seen.text()).isEqualTo(200);
    assertThat(nanjing.post(path + "/answer", SAID, "If-Match", tag).status()).isEqualTo(412);
    var answered = nanjing.post(path + "/answer", SAID, "If-Match", seen.tag());
    assertThat(nanjing.post(path + "/closing", SAID, "If-Match", answered.tag()).status())
        .as("who has answered")
        .isEqualTo(403);
    var closed = lead.post(path + "/closing", SAID, "If-Match", answered.tag());
    assertThat(closed.json().at("/state").asText()).isEqualTo("CLOSED");
    assertThat(closed.json().at("/steps").findValuesAsText("act"))
        .containsExactly("ACKNOWLEDGE", "ANSWER", "CLOSE");
    var list = lead.get("/api/v1/notices?region=32&state=CLOSED").json().at("/items");
    assertThat(list.findValuesAsText("id")).contains(id);
    assertThat(lead.get("/api/v1/notices?state=OPEN").json().at("/items").findValuesAsText("id"))
        .doesNotContain(id);
  }

  private static void elsewhereItIsUnknown(String fund, String notice) {
    var wuxi = SERVICE.as("wuxilead");
    var foreign = wuxi.get(fund);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text().replace("3201", "3203"))
        .isEqualTo(wuxi.get(fund.replace("3201", "3203")).text());
    assertThat(wuxi.get("/api/v1/notices/" + notice).status()).isEqualTo(404);
    assertThat(wuxi.get("/api/v1/notices").json().at("/items")).isEmpty();
    assertThat(wuxi.get("/api/v1/funds").json().at("/items")).isEmpty();
    assertThat(wuxi.put(fund + "/months/2025-01", body(1, 1, 1), "If-Match", "\"0\"").status())
        .isEqualTo(404);
    assertThat(nanjing.get("/api/v1/funds").json().at("/items")).hasSize(1);
  }

  @Test
  void month_filedOnAnOutdatedVersion_isRefused() {
    var month = "/api/v1/regions/3205/funds/RESIDENT/months/2025-01";
    assertThat(lead.put(month, body(1, 1, 1)).status()).isEqualTo(428);
    assertThat(lead.put(month, body(1, 1, 1), "If-Match", "\"0\"").tag()).isEqualTo("\"1\"");

    var late = SERVICE.as("zhao").put(month, body(2, 2, 2), "If-Match", "\"0\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/currentETag").asText()).isEqualTo("\"1\"");
    assertThat(late.json().at("/changes/0/by").asText()).isEqualTo("lead");
    var corrected = lead.put(month, body(3, 3, 3), "If-Match", "\"1\"");
    assertThat(corrected.json().at("/filed/corrections").asInt()).isEqualTo(1);
    assertThat(lead.get(month).json()).isEqualTo(corrected.json());
    // Another month is another thing.
    assertThat(lead.put(month.replace("-01", "-02"), body(1, 1, 1), "If-Match", "\"0\"").status())
        .isEqualTo(200);
    assertThat(lead.get(month.replace("-01", "-03")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "3201/funds/EMPLOYEE/months/2025-13, 400",
    "3201/funds/NOBODY/months/2025-01, 400",
    "320100/funds/EMPLOYEE/months/2025-01, 400",
    "x/funds/EMPLOYEE/months/2025-01, 400",
    "3201/funds/EMPLOYEE/months/2999-01, 400"
  })
  void month_wrong_isRefused(String path, int status) {
    assertThat(lead.put("/api/v1/regions/" + path, body(1, 1, 1), "If-Match", "\"0\"").status())
        .isEqualTo(status);
  }

  @Test
  void figures_wrong_areNamed() {
    var next = YearMonth.now(ZoneId.of("Asia/Shanghai")).plusMonths(2);
    var path = "/api/v1/regions/3206/funds/EMPLOYEE/months/";
    assertThat(fault(path + next, body(1, 1, 1))).startsWith("month");
    assertThat(fault(path + "2025-01", body(-1, 1, 1))).startsWith("incomeFen");
    assertThat(fault(path + "2025-01", body(1, 1, 1).replace("基金月报", " "))).startsWith("source");
  }

  private static String fault(String path, String body) {
    var answer = lead.put(path, body, "If-Match", "\"0\"");
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().at("/faults/0/field").asText();
  }

  private static JsonNode reading(JsonNode view, String indicator) {
    for (var judged : view.at("/judged")) {
      if (judged.at("/reading/indicator").asText().equals(indicator)) {
        return judged.at("/reading");
      }
    }
    throw new AssertionError(indicator);
  }

  private static void file(
      Http by, String fund, String month, long income, long spending, long balance) {
    var answer =
        by.put(fund + "/months/" + month, body(income, spending, balance), "If-Match", "\"0\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static void correct(
      Http by, String fund, String month, long income, long spending, long balance) {
    var path = fund + "/months/" + month;
    var answer = by.put(path, body(income, spending, balance), "If-Match", by.get(path).tag());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String body(long income, long spending, long balance) {
    return """
        {"incomeFen":%d,"spendingFen":%d,"balanceFen":%d,"budgetFen":120000,"stage":"FLASH",
         "source":"基金月报"}"""
        .formatted(income * 100, spending * 100, balance * 100);
  }
}

package org.fundwatch.alertapi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ReportIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static Http hotline;

  @BeforeAll
  static void index() {
    hotline = SERVICE.as("hotline");
    SERVICE.send(
        SampleAlert.of(1).from(SampleAlert.MAY_1).alert(),
        SampleAlert.of(2).from(SampleAlert.MAY_1 + 60 * SampleAlert.DAY).alert(),
        SampleAlert.of(3).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitIndexed();
  }

  @Test
  void report_taken_leadsToTheAlertsOfItsInstitutionAndPeriod() {
    var taken = hotline.post("/api/v1/reports", report("R-1", "医院让病人办两次出院", ""));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.tag()).isEqualTo("\"1\"");

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              var alerts = SERVICE.as("inspector").get("/api/v1/reports/R-1/alerts").json();
              assertThat(alerts.at("/total").asInt()).isEqualTo(1);
              assertThat(alerts.at("/items/0/id").asText()).isEqualTo(SampleAlert.of(1).id());
            });
    var listed = hotline.get("/api/v1/reports?stage=RECEIVED&institution=H32010000001").json();
    assertThat(listed.at("/items").findValuesAsText("reportId")).contains("R-1");
  }

  @Test
  void report_sentAgain_isTheSameOne() {
    assertThat(hotline.post("/api/v1/reports", report("R-2", "一", "")).status()).isEqualTo(201);

    assertThat(hotline.post("/api/v1/reports", report("R-2", "一", "")).status()).isEqualTo(201);
    var other = hotline.post("/api/v1/reports", report("R-2", "二", ""));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().at("/detail").asText())
        .isEqualTo("report 'R-2': known with other content; it stays as it was");
  }

  @Test
  void report_withTheReportersIdentity_isRefused() {
    var refused = hotline.post("/api/v1/reports", report("R-3", "一", ",\"reporterName\":\"某人\""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/faults/0/field").asText()).isEqualTo("reporterName");
    assertThat(refused.json().at("/faults/0/allowed").asText())
        .isEqualTo(
            "no identity of a reporter: there is no vault for it yet, leave it with the hotline");
    assertThat(refused.text()).doesNotContain("某人");
    assertThat(hotline.get("/api/v1/reports/R-3").status()).isEqualTo(404);
  }

  @Test
  void status_changed_isWhatMayBeToldOutside() {
    hotline.post("/api/v1/reports", report("R-4", "一", ""));
    assertThat(hotline.get("/api/v1/reports/R-4/status").text())
        .isEqualTo(
            "{\"reportId\":\"R-4\",\"accepted\":null,\"transferredTo\":\"\",\"filingDecisionDate\":null,\"closed\":false,\"publishableResult\":\"\"}");

    var status =
        "{\"stage\":\"CLOSED\",\"filingDecisionDate\":\"2026-06-01\",\"publishableResult\":\"已处罚\"}";
    assertThat(hotline.put("/api/v1/reports/R-4/status", status, "If-Match", "\"1\"").tag())
        .isEqualTo("\"2\"");
    assertThat(hotline.put("/api/v1/reports/R-4/status", status, "If-Match", "\"1\"").status())
        .isEqualTo(412);

    assertThat(hotline.get("/api/v1/reports/R-4/status").text())
        .isEqualTo(
            "{\"reportId\":\"R-4\",\"accepted\":true,\"transferredTo\":\"\",\"filingDecisionDate\":\"2026-06-01\",\"closed\":true,\"publishableResult\":\"已处罚\"}");
  }

  @Test
  void period_backwards_isRefused() {
    var backwards = report("R-5", "一", "").replace("2026-05-31", "2026-04-01");

    assertThat(hotline.post("/api/v1/reports", backwards).json().at("/faults/0/allowed").asText())
        .isEqualTo("2026-05-01 or later");
  }

  private static String report(String id, String text, String more) {
    return """
    {"reportId":"%s","channel":"HOTLINE_12393","named":true,"subjectType":"INSTITUTION",
     "fixmedinsCode":"H32010000001","category":"分解住院","occurredFrom":"2026-05-01",
     "occurredTo":"2026-05-31","text":"%s","rewardClaim":false%s}"""
        .formatted(id, text, more);
  }
}

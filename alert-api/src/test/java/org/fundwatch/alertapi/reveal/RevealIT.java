package org.fundwatch.alertapi.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Masked by default, shown for a reason, and every look in the audit. */
final class RevealIT {
  private static final String PERSON = "T0123456789abcdef0123456789abcdef";
  private static final String DOCTOR = "D320100000011";
  private static final String ALERT = "/api/v1/alerts/" + SampleAlert.of(1).id();

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @BeforeAll
  static void index() {
    SERVICE.send(
        SampleAlert.of(1).sentence("医师 %s".formatted(DOCTOR)).alert(), SampleAlert.of(2).alert());
    SERVICE.awaitTotal(2);
  }

  @Test
  void alert_asked_isMasked_revealed_isNot_andTheLookIsWrittenDown() {
    for (var path : List.of(ALERT, "/api/v1/alerts")) {
      assertThat(SERVICE.as("inspector").get(path).text())
          .contains("T***ef", "D***11")
          .doesNotContain(PERSON, DOCTOR);
    }

    var revealed = SERVICE.as("inspector").post(ALERT + "/reveal", "{\"reason\":\"核对病案\"}");

    assertThat(revealed.status()).as(revealed.text()).isEqualTo(200);
    assertThat(revealed.text()).contains(PERSON, "医师 " + DOCTOR);
    var look = entry("by=inspector&type=REVEALED");
    assertThat(look.at("/body").asText())
        .isEqualTo(
            "{\"at\":\"alert/%s\",\"reason\":\"核对病案\",\"region\":\"320102\"}"
                .formatted(SampleAlert.of(1).id()));
    assertThat(SERVICE.as("inspector").post(ALERT + "/reveal", "{\"reason\":\" \"}").status())
        .isEqualTo(400);
  }

  @Test
  void looks_ofOneUserAtOnce_areAllWrittenDown() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      threads
          .invokeAll(
              IntStream.range(0, 40)
                  .<java.util.concurrent.Callable<Integer>>mapToObj(
                      i ->
                          () ->
                              SERVICE
                                  .as("li")
                                  .post(ALERT + "/reveal", "{\"reason\":\"%d\"}".formatted(i))
                                  .status())
                  .toList())
          .forEach(answer -> assertThat(answer).succeedsWithin(Duration.ZERO).isEqualTo(200));
    } finally {
      threads.shutdown();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(audit("by=li&size=200")).hasSize(40));
  }

  @Test
  void search_forAPerson_isALook() {
    SERVICE.as("lead").get("/api/v1/alerts?person=" + PERSON);

    assertThat(entry("by=lead&type=SEARCHED").at("/body").asText()).contains("T***ef");
  }

  @Test
  void caseFile_exported_isMasked_revealed_isNot() {
    var lead = SERVICE.as("lead");
    var opened =
        lead.post(
            "/api/v1/cases",
            "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(2).id()));
    var path = "/api/v1/cases/" + opened.json().at("/file/id").asText();

    assertThat(lead.get(path + "/export").text()).contains("T***ef").doesNotContain(PERSON);
    var whole = lead.post(path + "/reveal", "{\"reason\":\"进场检查\"}");

    assertThat(whole.status()).as(whole.text()).isEqualTo(200);
    assertThat(whole.text()).contains(PERSON);
    assertThat(entry("by=lead&type=EXPORTED").at("/body").asText()).contains("进场检查");
  }

  @Test
  void audit_ofDecisions_saysWhoDidWhat() {
    var path = "/api/v1/alerts/" + SampleAlert.of(2).id();
    var tag = SERVICE.as("li").get(path).tag();
    SERVICE.as("legal-reviewer").get(path);
    var inspector = SERVICE.as("inspector");

    inspector.post(path + "/assign", "{\"assignee\":\"inspector\"}", "If-Match", tag);

    var decision = entry("by=inspector&kind=ALERT");
    assertThat(decision.at("/stream").asText()).isEqualTo(SampleAlert.of(2).id());
    assertThat(decision.at("/body").asText()).isEmpty();
  }

  private static JsonNode entry(String query) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(audit(query)).isNotEmpty());
    return audit(query).get(0);
  }

  private static JsonNode audit(String query) {
    return SERVICE.as("auditor").get("/api/v1/audit?" + query).json().at("/items");
  }
}

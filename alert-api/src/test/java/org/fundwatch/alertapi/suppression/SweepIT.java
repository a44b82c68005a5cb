package org.fundwatch.alertapi.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What time brings about by itself, with a clock that is moved on. */
final class SweepIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.sweep.every", "100ms")
          .with("fundwatch.triage.taken-for", "2h")
          .withMovedClock("sweep");

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int ASIDE = 10;

  @BeforeAll
  static void index() {
    SERVICE.send(SampleAlert.of(1).alert());
    for (int number = 0; number < ASIDE; number++) {
      SERVICE.send(aside(number).ruleAlone().alert());
    }
    SERVICE.awaitTotal(ASIDE + 1);
  }

  @Test
  void snoozed_onItsDay_wakes() {
    var alert = SampleAlert.of(1).id();
    var snoozed =
        SERVICE
            .as("inspector")
            .post(
                "/api/v1/alerts/" + alert + "/snooze",
                "{\"until\":\"%s\",\"reason\":\"等病案\"}".formatted(today().plusDays(3)),
                "If-Match",
                "\"1-0\"");
    assertThat(snoozed.status()).as(snoozed.text()).isEqualTo(200);

    SERVICE.clock().ahead(Duration.ofDays(2));
    swept();
    assertThat(triage(alert).at("/state").asText()).isEqualTo("SNOOZED");

    SERVICE.clock().ahead(Duration.ofDays(1));
    awaitState(alert, "NEW");
    assertThat(last(alert).at("/action").asText()).isEqualTo("WOKEN");
    assertThat(last(alert).at("/by").asText()).isEqualTo("fundwatch");
    swept();
    assertThat(triage(alert).at("/events")).hasSize(2);
  }

  @Test
  void suppression_afterItsLastDay_givesBackWhatItPutAside() {
    var lead = SERVICE.as("lead");
    var body =
        """
        {"entity":"INSTITUTION","code":"%s","rules":["IP01-split-admission"],"region":"",
         "until":"%s","sampleShare":0.01,"reason":"整改中"}"""
            .formatted(SampleAlert.PHARMACY.code(), today().plusDays(5));
    var opened = lead.post("/api/v1/suppressions", body);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    long putAside = opened.json().at("/counts/putAside").asLong();
    assertThat(putAside).as("but for a sample of a hundredth").isGreaterThan(ASIDE / 2);

    SERVICE.clock().ahead(Duration.ofDays(5));
    swept();
    assertThat(suppressed()).as("its last day is one of its days").isEqualTo(putAside);

    SERVICE.clock().ahead(Duration.ofDays(1));
    await().atMost(LONG).untilAsserted(() -> assertThat(suppressed()).isZero());
    for (int number = 0; number < ASIDE; number++) {
      var event = last(aside(number).id());
      assertThat(event.at("/action").asText()).isIn("UNSUPPRESSED", "SAMPLED");
      assertThat(event.at("/reason").asText()).isIn("ended", "整改中");
    }
  }

  @Test
  void taken_afterItsTime_isThereForOthers() {
    var query = "{\"query\":{\"text\":\"等候取走\"}}";
    var alert = SampleAlert.of(3).sentence("等候取走");
    SERVICE.send(alert.alert());
    SERVICE.awaitTag(alert.id(), "\"1-0\"");
    var first = SERVICE.as("inspector").post("/api/v1/alerts/take-next", query);
    assertThat(first.json().at("/alert/id").asText()).isEqualTo(alert.id());

    SERVICE.clock().ahead(Duration.ofHours(2).minusMinutes(1));
    assertThat(SERVICE.as("li").post("/api/v1/alerts/take-next", query).status()).isEqualTo(204);

    SERVICE.clock().ahead(Duration.ofMinutes(2));
    var second = SERVICE.as("li").post("/api/v1/alerts/take-next", query);
    assertThat(second.json().at("/triage/takenBy").asText()).isEqualTo("li");
    // Who had it before is told of it.
    var late =
        SERVICE
            .as("inspector")
            .post(
                "/api/v1/alerts/" + alert.id() + "/dismiss",
                "{\"disposition\":\"REASONABLE\",\"reason\":\"有医嘱\"}",
                "If-Match",
                first.tag());
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/changes/0/by").asText()).isEqualTo("li");
  }

  /** Waits until a sweep that has begun from now on is done. */
  private static void swept() {
    double before = sweeps();
    await().atMost(LONG).untilAsserted(() -> assertThat(sweeps()).isGreaterThan(before + 1));
  }

  private static double sweeps() {
    return SERVICE
        .as("admin")
        .get("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith("fundwatch_sweeps_seconds_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static SampleAlert aside(int number) {
    return SampleAlert.of(100 + number).institution(SampleAlert.PHARMACY);
  }

  private static long suppressed() {
    return SERVICE
        .as("inspector")
        .get("/api/v1/alerts?state=SUPPRESSED&size=1")
        .json()
        .at("/total")
        .asLong();
  }

  private static LocalDate today() {
    return LocalDate.now(SERVICE.clock());
  }

  private static JsonNode triage(String alert) {
    return SERVICE.as("inspector").get("/api/v1/alerts/" + alert).json().at("/triage");
  }

  private static JsonNode last(String alert) {
    var events = triage(alert).at("/events");
    return events.get(events.size() - 1);
  }

  private static void awaitState(String alert, String state) {
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(triage(alert).at("/state").asText()).isEqualTo(state));
  }
}

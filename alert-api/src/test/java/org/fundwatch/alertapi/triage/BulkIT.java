package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two thousand alerts of the hospital to begin with, of one fen more each, and thirty of the
 * pharmacy.
 */
final class BulkIT {
  private static final int MANY = 2_000;
  private static final int PHARMACY = 30;
  private static final String BULK = "/api/v1/alerts/bulk";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("city", "inspector", "3202")
          .withUser("west", "inspector", "33")
          .with("fundwatch.triage.recheck-share", "0.1");

  @BeforeAll
  static void index() {
    for (int number = 0; number < MANY; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_000 + number).alert());
    }
    for (int number = MANY; number < MANY + PHARMACY; number++) {
      SERVICE.send(SampleAlert.of(number).institution(SampleAlert.PHARMACY).alert());
    }
    SERVICE.awaitTotal(MANY + PHARMACY);
  }

  @Test
  void bulk_byQuery_keepsReasonAndOutcomeWithEach_andDrawsASample() {
    var body =
        """
        {"action":"DECIDE","query":{"institution":["H32010000001"],"amountToFen":2499},
         "disposition":"REASONABLE","reason":"批量核对病历"}""";

    var done = SERVICE.as("inspector").post(BULK, body, "Idempotency-Key", "k1");

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.json().at("/counts").toString()).isEqualTo("{\"DONE\":1500}");
    assertThat(done.json().at("/results")).hasSize(1_500);
    // 150 expected, standard deviation 12.
    assertThat(done.json().at("/rechecks").asInt()).isBetween(90, 210);
    var one = SERVICE.as("inspector").get("/api/v1/alerts/" + SampleAlert.of(7).id()).json();
    assertThat(one.at("/triage/disposition").asText()).isEqualTo("REASONABLE");
    assertThat(one.at("/triage/reason").asText()).isEqualTo("批量核对病历");
    assertThat(one.at("/triage/events/0/batch").asText()).isEqualTo(done.json().at("/id").asText());
    awaitTotal("state=DISMISSED&institution=H32010000001", 1_500);

    repeatedDoesNothingTwice(body, done);
    sampleIsLookedAtBySomebodyElse(done.json());
  }

  private static void repeatedDoesNothingTwice(String body, Http.Answer done) {
    var again = SERVICE.as("inspector").post(BULK, body, "Idempotency-Key", "k1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(done.text());

    var other =
        SERVICE
            .as("inspector")
            .post(BULK, body.replace("REASONABLE", "UNFOUNDED"), "Idempotency-Key", "k1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().at("/detail").asText())
        .isEqualTo("Idempotency-Key: used before for another request; take a new one");
  }

  private static void sampleIsLookedAtBySomebodyElse(JsonNode done) {
    int drawn = done.at("/rechecks").asInt();
    awaitTotal("recheck=true", drawn);
    var id =
        StreamSupport.stream(done.at("/results").spliterator(), false)
            .filter(result -> result.at("/recheck").asBoolean())
            .findFirst()
            .orElseThrow()
            .at("/alertId")
            .asText();
    var look = "{\"result\":\"DISAGREED\",\"reason\":\"病历与费用不符\"}";

    var own = SERVICE.as("inspector").post(recheck(id), look, "If-Match", "\"1-1\"");
    assertThat(own.status()).isEqualTo(403);
    var looked = SERVICE.as("li").post(recheck(id), look, "If-Match", "\"1-1\"");

    assertThat(looked.json().at("/triage/state").asText()).isEqualTo("NEW");
    assertThat(looked.json().at("/triage/disposition").asText()).isEmpty();
    awaitTotal("recheck=true", drawn - 1);
    assertThat(SERVICE.as("li").post(recheck(id), look, "If-Match", looked.tag()).status())
        .isEqualTo(409);
  }

  @Test
  void bulk_byIds_answersForEach() {
    var decided = SampleAlert.of(1_900).id();
    SERVICE
        .as("inspector")
        .post(
            "/api/v1/alerts/" + decided + "/dismiss",
            "{\"disposition\":\"UNFOUNDED\",\"reason\":\"x\"}",
            "If-Match",
            "\"1-0\"");
    var free = SampleAlert.of(1_901).id();
    var body =
        "{\"action\":\"DECIDE\",\"ids\":[\"%s\",\"%s\",\"A0\",\"%s\"],\"disposition\":\"FRAUD_40\",\"reason\":\"属实\"}"
            .formatted(decided, free, free);

    var done = SERVICE.as("inspector").post(BULK, body, "Idempotency-Key", "k2").json();

    assertThat(done.at("/counts").toString()).isEqualTo("{\"DONE\":1,\"REFUSED\":1,\"UNKNOWN\":1}");
    assertThat(done.at("/results/0/outcome").asText()).isEqualTo("REFUSED");
    assertThat(done.at("/results/0/detail").asText())
        .isEqualTo("alert %s: decided as UNFOUNDED; reopen it first".formatted(decided));
    assertThat(done.at("/results/1/outcome").asText()).isEqualTo("DONE");
    assertThat(done.at("/results/2/outcome").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void bulk_inForeignRegions_isUnknown() {
    var body =
        "{\"action\":\"LABEL\",\"ids\":[\"%s\"],\"label\":\"x\",\"reason\":\"x\"}"
            .formatted(SampleAlert.of(1_902).id());

    var done = SERVICE.as("city").post(BULK, body, "Idempotency-Key", "k3").json();

    assertThat(done.at("/counts").toString()).isEqualTo("{\"UNKNOWN\":1}");
    assertThat(SERVICE.as("inspector").get("/api/v1/alerts/" + SampleAlert.of(1_902).id()).tag())
        .isEqualTo("\"1-0\"");
  }

  @Test
  void bulk_eachAction_doesIt() {
    var ids =
        IntStream.range(1_910, 1_915)
            .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2);
    var states = new StringBuilder();
    int number = 0;
    for (var action :
        new String[] {
          "\"ASSIGN\",\"assignee\":\"li\"",
          "\"SNOOZE\",\"until\":\"" + day + "\"",
          "\"LABEL\",\"label\":\"批量\"",
          "\"UNLABEL\",\"label\":\"批量\"",
          "\"COMMENT\"",
          "\"DECIDE\",\"disposition\":\"VIOLATION_38\"",
          "\"REOPEN\"",
        }) {
      var body = "{\"action\":%s,\"ids\":%s,\"reason\":\"同一情况\"}".formatted(action, ids);
      var done = SERVICE.as("lead").post(BULK, body, "Idempotency-Key", "each-" + number++);
      assertThat(done.json().at("/counts").toString()).as(done.text()).isEqualTo("{\"DONE\":5}");
      var one = SERVICE.as("lead").get("/api/v1/alerts/" + SampleAlert.of(1_912).id()).json();
      states.append(one.at("/triage/state").asText()).append(' ');
    }
    assertThat(states.toString().strip())
        .isEqualTo("ASSIGNED SNOOZED SNOOZED SNOOZED SNOOZED CONFIRMED ASSIGNED");
  }

  @Test
  void assign_spreadsOverThoseWhoAreThere() {
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    var lead = SERVICE.as("lead");
    var away =
        lead.post(
            "/api/v1/absences",
            "{\"user\":\"inspector\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"休假\"}"
                .formatted(today, today.plusDays(1)),
            "Idempotency-Key",
            "away-1");
    assertThat(away.status()).as(away.text()).isEqualTo(201);
    var body =
        """
        {"query":{"institution":["P32020000002"]},"inspectors":["inspector","li","city","west"],
         "reason":"每周分派"}""";

    var done = lead.post("/api/v1/alerts/assign", body, "Idempotency-Key", "s1");

    assertThat(done.json().at("/counts").toString()).as(done.text()).isEqualTo("{\"DONE\":30}");
    // Those who are away, or work elsewhere, get nothing; of equals each gets the same.
    awaitTotal("institution=P32020000002&assignee=inspector", 0);
    awaitTotal("institution=P32020000002&assignee=west", 0);
    awaitTotal("institution=P32020000002&assignee=city", PHARMACY / 2);
    awaitTotal("institution=P32020000002&assignee=li", PHARMACY / 2);
    assertThat(lead.post("/api/v1/alerts/assign", body, "Idempotency-Key", "s1").text())
        .isEqualTo(done.text());

    var refused =
        SERVICE.as("inspector").post("/api/v1/alerts/assign", body, "Idempotency-Key", "s2");
    assertThat(refused.status()).isEqualTo(403);
    var unreachable =
        lead.post(
            "/api/v1/alerts/assign",
            body.replace("\"inspector\",\"li\",\"city\",\"west\"", "\"west\""),
            "Idempotency-Key",
            "s3");
    assertThat(unreachable.status()).isEqualTo(409);
    assertThat(unreachable.json().at("/detail").asText())
        .startsWith("30 of 30 alerts are in regions where none of [west] works");
    back(away);
  }

  private static void back(Http.Answer away) {
    var path = "/api/v1/absences/" + away.json().at("/id").asText() + "/end";
    var reason = "{\"reason\":\"提前返岗\"}";
    assertThat(SERVICE.as("li").post(path, reason, "If-Match", away.tag()).status()).isEqualTo(403);
    var ended = SERVICE.as("lead").post(path, reason, "If-Match", away.tag());
    assertThat(ended.json().at("/ending/reason").asText()).isEqualTo("提前返岗");
    assertThat(SERVICE.as("lead").post(path, reason, "If-Match", away.tag()).status())
        .isEqualTo(412);
    assertThat(SERVICE.as("lead").get("/api/v1/absences").json().at("/items")).isEmpty();
  }

  private static String recheck(String id) {
    return "/api/v1/alerts/" + id + "/recheck";
  }

  private static void awaitTotal(String filters, int total) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        SERVICE
                            .as("inspector")
                            .get("/api/v1/alerts?size=1&" + filters)
                            .json()
                            .at("/total")
                            .asInt())
                    .isEqualTo(total));
  }
}

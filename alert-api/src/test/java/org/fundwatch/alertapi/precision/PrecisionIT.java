package org.fundwatch.alertapi.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Alerts of one rule alone, which states 0.8: decided are 1 to 40 (10 confirmed, 20 dismissed, 10
 * for broken data), 41 is undecided, 42 confirmed and undone, 43 confirmed, then taken back by
 * later facts. 100 is of another rule.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PrecisionIT {
  private static final String RULE = "IP01-split-admission";
  private static final Duration LONG = Duration.ofSeconds(40);

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withMovedClock("precision")
          .with("fundwatch.precision.every", "30m")
          .with("fundwatch.precision.material", "0.001");

  @BeforeAll
  static void work() {
    for (int number = 1; number <= 43; number++) {
      SERVICE.send(sample(number).alert());
    }
    SERVICE.send(sample(100).rule("OT01-other").alert());
    SERVICE.awaitTotal(44);
    assertThat(priority(41)).isEqualTo(49_382); // 123456 x 0.8 / 2
    decide(1, 10, "VIOLATION_38");
    decide(11, 25, "UNFOUNDED");
    decide(26, 30, "REASONABLE");
    decide(31, 40, "DATA_PROBLEM");
    decide(42, 43, "FRAUD_40");
    var undone = SERVICE.as("lead").post(path(42) + "/undo", "{}", "If-Match", "\"1-1\"");
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    SERVICE.send(sample(43).version(2).withdrawn().alert());
    await().atMost(LONG).untilAsserted(() -> assertThat(total("status=WITHDRAWN")).isEqualTo(1));
    // What was counted at the start stands until now: nothing.
    SERVICE.clock().ahead(Duration.ofHours(1));
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(line(RULE).at("/figure/dismissed").asInt()).isEqualTo(20));
  }

  @Test
  @Order(1)
  void list_tellsWhatWasDecided_andTheFigure() {
    var line = line(RULE);

    assertThat(line.at("/stated").asText()).isNotEmpty();
    assertThat(line.at("/decided").toString())
        .isEqualTo("{\"confirmed\":10,\"dismissed\":20,\"withoutVerdict\":10}");
    assertThat(line.at("/figure/confirmed").asInt()).isEqualTo(10);
    assertThat(line.at("/figure/measuredAt").asLong()).isPositive();
    assertThat(line.at("/weight/decided").asInt()).isEqualTo(20);
    assertThat(line.at("/weight/provenance").asText()).isEqualTo("PROPOSAL");
    assertThat(line("OT01-other").isMissingNode()).isTrue();
    var history =
        SERVICE.as("rule-author").get("/api/v1/rule-precision/" + RULE).json().at("/figures");
    assertThat(history.get(history.size() - 1).toString()).isEqualTo(line.at("/figure").toString());
  }

  @Test
  @Order(2)
  void alerts_openDecidedAndNew_areAppraisedByTheFigure_andSaySo() {
    // (0.8 x 20 + 10) / (20 + 30) = 0.52; 123456 x 0.52 / 2 = 32098.56
    for (int number : new int[] {41, 42, 1}) {
      await().atMost(LONG).untilAsserted(() -> assertThat(priority(number)).isEqualTo(32_099));
    }
    SERVICE.send(sample(50).alert());
    SERVICE.awaitTag(SampleAlert.of(50).id(), "\"1-0\"");
    await().atMost(LONG).untilAsserted(() -> assertThat(priority(50)).isEqualTo(32_099));
    for (int number : new int[] {41, 50}) {
      var priority = SERVICE.as("inspector").get(path(number)).json().at("/priority");
      assertThat(priority.at("/fenPerHour").asLong()).isEqualTo(32_099);
      assertThat(priority.at("/confidence").asDouble()).isEqualTo(0.52);
      var calibration = priority.at("/calibration");
      assertThat(calibration.at("/stated").asDouble()).isEqualTo(0.8);
      assertThat(calibration.at("/confirmed").asInt()).isEqualTo(10);
      assertThat(calibration.at("/dismissed").asInt()).isEqualTo(20);
      assertThat(calibration.at("/weight/decided").asInt()).isEqualTo(20);
      assertThat(calibration.at("/result").asDouble()).isEqualTo(0.52);
      assertThat(calibration.at("/measuredAt").asLong())
          .isEqualTo(line(RULE).at("/figure/measuredAt").asLong());
    }
    assertThat(priority(100)).isEqualTo(49_382);
  }

  @Test
  @Order(3)
  void alerts_appraisedAgain_keepWhatPeopleDid_andTheirJournal() {
    var one = SERVICE.as("inspector").get(path(1)).json();

    assertThat(one.at("/triage/events")).hasSize(1);
    assertThat(one.at("/triage/judged/0").asText()).isEqualTo(RULE);
    assertThat(one.at("/alert/version").asInt()).isEqualTo(1);
    assertThat(SERVICE.as("inspector").get(path(41)).tag()).isEqualTo("\"1-0\"");
  }

  @Test
  @Order(4)
  void alerts_whilePeopleWork_loseNothing() {
    // Forty are reopened and confirmed while the next figure is carried into them.
    var bulk =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/alerts/bulk",
                "{\"action\":\"REOPEN\",\"ids\":[%s],\"reason\":\"重看\"}".formatted(ids(1, 40)),
                "Idempotency-Key",
                "reopen");
    assertThat(bulk.json().at("/counts").toString()).isEqualTo("{\"DONE\":40}");
    SERVICE.clock().ahead(Duration.ofHours(1));
    for (int number = 1; number <= 40; number++) {
      var done =
          SERVICE
              .as("lead")
              .post(
                  path(number) + "/confirm",
                  "{\"disposition\":\"FRAUD_40\",\"reason\":\"属实\"}",
                  "If-Match",
                  "\"1-2\"");
      assertThat(done.status()).as(done.text()).isEqualTo(200);
    }
    SERVICE.clock().ahead(Duration.ofHours(1));

    // (0.8 x 20 + 40) / 60 = 0.9333; 123456 x 0.9333 / 2
    for (int number : new int[] {41, 7, 50}) {
      await().atMost(LONG).untilAsserted(() -> assertThat(priority(number)).isEqualTo(57_611));
    }
    for (int number = 1; number <= 40; number++) {
      var one = SERVICE.as("inspector").get(path(number)).json();
      assertThat(one.at("/triage/state").asText()).isEqualTo("CONFIRMED");
      assertThat(one.at("/triage/events")).hasSize(3);
    }
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(total("state=CONFIRMED&status=OPEN")).isEqualTo(40));
    var history = SERVICE.as("auditor").get("/api/v1/rule-precision/" + RULE).json().at("/figures");
    var closings = new ArrayList<Integer>();
    history.forEach(figure -> closings.add(figure.at("/closing").asInt()));
    assertThat(closings).isSorted().hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(SERVICE.as("admin").get("/api/v1/journal/verify").json().at("/faultCount").asInt())
        .isZero();
  }

  private static SampleAlert sample(int number) {
    return SampleAlert.of(number).ruleAlone();
  }

  private static void decide(int from, int to, String disposition) {
    var done =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/alerts/bulk",
                "{\"action\":\"DECIDE\",\"ids\":[%s],\"disposition\":\"%s\",\"reason\":\"核对\"}"
                    .formatted(ids(from, to), disposition),
                "Idempotency-Key",
                disposition);
    assertThat(done.json().at("/counts").toString())
        .isEqualTo("{\"DONE\":%d}".formatted(to - from + 1));
  }

  private static String ids(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
        .collect(Collectors.joining(","));
  }

  private static String path(int number) {
    return "/api/v1/alerts/" + SampleAlert.of(number).id();
  }

  /** As the list has it. */
  private static long priority(int number) {
    var id = SampleAlert.of(number).id();
    var page = SERVICE.as("inspector").get("/api/v1/alerts?closed=true&size=200").json();
    return StreamSupport.stream(page.at("/items").spliterator(), false)
        .filter(item -> item.at("/id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .at("/priority")
        .asLong();
  }

  private static int total(String query) {
    return SERVICE
        .as("lead")
        .get("/api/v1/alerts?closed=true&size=1&" + query)
        .json()
        .at("/total")
        .asInt();
  }

  private static JsonNode line(String rule) {
    var rules = SERVICE.as("rule-approver").get("/api/v1/rule-precision").json().at("/rules");
    return StreamSupport.stream(rules.spliterator(), false)
        .filter(line -> line.at("/rule").asText().equals(rule))
        .findFirst()
        .orElse(rules.path(-1));
  }
}

package org.fundwatch.alertapi.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two hundred alerts of the hospital by one rule, ten by two, ten of the pharmacy by the one rule.
 */
final class SuppressionIT {
  private static final int HOSPITAL = 200;
  private static final String PATH = "/api/v1/suppressions";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.sweep.every", "100ms")
          .withUser("citylead", "lead", "3201")
          .withUser("elsewhere", "lead", "33");

  @BeforeAll
  static void index() {
    for (int number = 0; number < HOSPITAL; number++) {
      SERVICE.send(SampleAlert.of(number).ruleAlone().alert());
    }
    for (int number = 1_000; number < 1_010; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
      SERVICE.send(
          SampleAlert.of(number + 1_000).ruleAlone().institution(SampleAlert.PHARMACY).alert());
    }
    SERVICE.awaitTotal(HOSPITAL + 20);
  }

  @Test
  void suppression_fromBeginningToEnd_putsAsideAndBringsBack() {
    var lead = SERVICE.as("lead");

    var opened = lead.post(PATH, body("H32010000001", ""), "Idempotency-Key", "s1");

    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    var path = PATH + "/" + opened.json().at("/suppression/id").asText();
    awaitCounts(path, HOSPITAL);
    int samples = lead.get(path).json().at("/counts/samples").asInt();
    // 20 expected, standard deviation 4.
    assertThat(samples).isBetween(3, 40);
    assertThat(lead.get(path).json().at("/counts/putAside").asInt()).isEqualTo(HOSPITAL - samples);
    // What another rule speaks of as well, and what is said of others, stays.
    awaitTotal("", samples + 20);
    awaitTotal("sample=true", samples);
    awaitTotal("state=SUPPRESSED", HOSPITAL - samples);
    // Asked again, the same.
    var again = lead.post(PATH, body("H32010000001", ""), "Idempotency-Key", "s1");
    assertThat(again.json().at("/suppression")).isEqualTo(opened.json().at("/suppression"));

    newAlertsArePutAsideToo(path);
    whatTheSampleTells(path);
    endedByHand(path, opened.tag());
  }

  private static void newAlertsArePutAsideToo(String path) {
    for (int number = 300; number < 310; number++) {
      SERVICE.send(SampleAlert.of(number).ruleAlone().alert());
    }
    awaitCounts(path, HOSPITAL + 10);
    // Another rule speaks of one that was put aside: it is back.
    var number = putAside();
    SERVICE.send(SampleAlert.of(number).version(2).alert());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(alert(number).json().at("/triage/state").asText()).isEqualTo("NEW"));
    assertThat(alert(number).json().at("/triage/events").findValuesAsText("action"))
        .containsExactly("SUPPRESSED", "UNSUPPRESSED");
    assertThat(alert(number).json().at("/triage/events/1/by").asText()).isEqualTo("fundwatch");
  }

  private static int putAside() {
    for (int number = 0; number < HOSPITAL; number++) {
      if (alert(number).json().at("/triage/state").asText().equals("SUPPRESSED")) {
        return number;
      }
    }
    throw new AssertionError("none is put aside");
  }

  private static void whatTheSampleTells(String path) {
    var sample =
        SERVICE.as("lead").get("/api/v1/alerts?sample=true&size=1").json().at("/items/0/id");
    var alert = "/api/v1/alerts/" + sample.asText();
    var confirmed =
        SERVICE
            .as("inspector")
            .post(
                alert + "/confirm",
                "{\"disposition\":\"VIOLATION_38\",\"reason\":\"属实\"}",
                "If-Match",
                SERVICE.as("inspector").get(alert).tag());
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(SERVICE.as("lead").get(path).json().at("/counts/decided").toString())
                    .isEqualTo("{\"VIOLATION_38\":1}"));
  }

  private static void endedByHand(String path, String tag) {
    var lead = SERVICE.as("lead");
    assertThat(lead.post(path + "/end", "{\"reason\":\"整改完成\"}").status()).isEqualTo(428);
    var ended = lead.post(path + "/end", "{\"reason\":\"整改完成\"}", "If-Match", tag);
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(ended.json().at("/suppression/ending/by").asText()).isEqualTo("lead");
    awaitTotal("state=SUPPRESSED", 0);
    assertThat(lead.post(path + "/end", "{\"reason\":\"x\"}", "If-Match", tag).status())
        .isEqualTo(412);
    var id = ended.json().at("/suppression/id").asText();
    assertThat(lead.get(PATH).text()).doesNotContain(id);
    assertThat(lead.get(PATH + "?ended=true").text()).contains(id);
  }

  @Test
  void suppression_ofARegion_isSeenAndEndedThere() {
    var city = SERVICE.as("citylead");
    var tooWide = city.post(PATH, body("H33010000001", ""), "Idempotency-Key", "r1");
    assertThat(tooWide.status()).isEqualTo(400);
    assertThat(tooWide.json().at("/faults/0").toString())
        .isEqualTo("{\"field\":\"region\",\"found\":\"\",\"allowed\":\"within 3201\"}");

    var opened = city.post(PATH, body("H33010000001", "320101"), "Idempotency-Key", "r1");
    var path = PATH + "/" + opened.json().at("/suppression/id").asText();

    assertThat(SERVICE.as("lead").get(path).status()).isEqualTo(200);
    assertThat(SERVICE.as("elsewhere").get(path).status()).isEqualTo(404);
    assertThat(SERVICE.as("elsewhere").get(PATH + "?ended=true").json().at("/items").toString())
        .doesNotContain("H33010000001");
    assertThat(
            SERVICE
                .as("elsewhere")
                .post(path + "/end", "{\"reason\":\"x\"}", "If-Match", opened.tag())
                .status())
        .isEqualTo(404);
    assertThat(city.post(path + "/end", "{\"reason\":\"x\"}", "If-Match", opened.tag()).status())
        .isEqualTo(200);
  }

  @Test
  void suppression_byAnInspector_isRefused() {
    assertThat(SERVICE.as("inspector").post(PATH, body("H1", ""), "Idempotency-Key", "i1").status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"code\":\"H1\"~ \"code\":\"\"~ code~ must not be blank",
        "\"rules\":[\"IP01-split-admission\"]~ \"rules\":[]~ rules~ must not be empty",
        "\"rules\":[\"IP01-split-admission\"]~ \"rules\":\"IP01\"~ rules~ a list",
        "\"entity\":\"INSTITUTION\"~ \"entity\":\"WARD\"~ entity~ INSTITUTION, DOCTOR, PERSON",
        "\"region\":\"\"~ \"region\":\"32a\"~ region~ at most six digits",
        "\"sampleShare\":0.1~ \"sampleShare\":0~ sampleShare~ must be greater than or equal to 0.01",
        "\"sampleShare\":0.1~ \"sampleShare\":0.9~ sampleShare~ must be less than or equal to 0.5",
        "\"reason\":\"整改中\"~ \"reason\":\" \"~ reason~ must not be blank",
        "\"reason\":\"整改中\"~ \"reason\":\"整改中\",\"more\":1~ more~ 'code, entity, reason, region, rules, sampleShare, until'",
      })
  void open_wrong_isNamed(String right, String wrong, String field, String allowed) {
    var answer =
        SERVICE
            .as("lead")
            .post(PATH, body("H1", "").replace(right, wrong), "Idempotency-Key", "bad");

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
  }

  @Test
  void open_forTooLong_isRefused() {
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    for (var until : new LocalDate[] {today.minusDays(1), today.plusDays(367)}) {
      var refused =
          SERVICE
              .as("lead")
              .post(
                  PATH,
                  body("H1", "").replace(today.plusDays(30).toString(), until.toString()),
                  "Idempotency-Key",
                  "long");
      assertThat(refused.json().at("/faults/0/allowed").asText())
          .isEqualTo(today + " to " + today.plusDays(366));
    }
    assertThat(SERVICE.as("lead").get(PATH + "/suppression-0").status()).isEqualTo(404);
    assertThat(SERVICE.as("lead").get(PATH + "/" + "view-" + "0".repeat(24)).status())
        .isEqualTo(404);
  }

  private static Http.Answer alert(int number) {
    return SERVICE.as("lead").get("/api/v1/alerts/" + SampleAlert.of(number).id());
  }

  private static String body(String institution, String region) {
    return ("{\"entity\":\"INSTITUTION\",\"code\":\"%s\",\"rules\":[\"IP01-split-admission\"],"
            + "\"region\":\"%s\",\"until\":\"%s\",\"sampleShare\":0.1,\"reason\":\"整改中\"}")
        .formatted(institution, region, LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30));
  }

  private static void awaitCounts(String path, int all) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var counts = SERVICE.as("lead").get(path).json().at("/counts");
              assertThat(counts.at("/putAside").asInt() + counts.at("/samples").asInt())
                  .isEqualTo(all);
            });
  }

  private static void awaitTotal(String filters, int total) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        SERVICE
                            .as("lead")
                            .get("/api/v1/alerts?size=1&" + filters)
                            .json()
                            .at("/total")
                            .asInt())
                    .isEqualTo(total));
  }
}

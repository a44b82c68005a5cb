package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one inspector does about one alert after the other. */
final class DeskIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("city", "inspector", "3202")
          .with("fundwatch.triage.taken-for", "1ms");

  private static final String DISMISS = "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}";

  @Test
  void snooze_hidesUntilTheDay_andIsUndone() {
    var alert = indexed(1);
    var inspector = SERVICE.as("inspector");
    var day = today().plusDays(3);

    var snoozed =
        inspector.post(
            alert + "/snooze",
            "{\"until\":\"%s\",\"reason\":\"等病历\"}".formatted(day),
            "If-Match",
            "\"1-0\"");

    assertThat(snoozed.json().at("/triage/state").asText()).isEqualTo("SNOOZED");
    assertThat(snoozed.json().at("/triage/snoozedUntil").asLong())
        .isEqualTo(day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli());
    awaitListed("", 1, false);
    awaitListed("&state=SNOOZED", 1, true);
    var undone = inspector.post(alert + "/undo", "{}", "If-Match", snoozed.tag());
    assertThat(undone.json().at("/triage/state").asText()).isEqualTo("NEW");
    assertThat(undone.json().at("/triage/snoozedUntil").asLong()).isZero();
    awaitListed("", 1, true);
  }

  @Test
  void snooze_untilAPastOrFarDay_isRefused() {
    var alert = indexed(2);

    for (var day : new LocalDate[] {today(), today().minusDays(1), today().plusDays(91)}) {
      var refused =
          SERVICE
              .as("inspector")
              .post(
                  alert + "/snooze",
                  "{\"until\":\"%s\",\"reason\":\"x\"}".formatted(day),
                  "If-Match",
                  "\"1-0\"");
      assertThat(refused.json().at("/faults/0").toString())
          .isEqualTo(
              "{\"field\":\"until\",\"found\":\"%s\",\"allowed\":\"%s to %s\"}"
                  .formatted(day, today().plusDays(1), today().plusDays(90)));
    }
  }

  @Test
  void labelsCommentsAndLinks_areKeptAndFound() {
    var alert = indexed(3);
    var other = SampleAlert.of(4).id();
    indexed(4);
    var inspector = SERVICE.as("inspector");

    var labelled = inspector.post(alert + "/label", "{\"label\":\"重点\"}", "If-Match", "\"1-0\"");
    assertThat(labelled.tag()).isEqualTo("\"1-1\"");
    // Once is enough.
    assertThat(inspector.post(alert + "/label", "{\"label\":\"重点\"}", "If-Match", "\"1-1\"").tag())
        .isEqualTo("\"1-1\"");
    var commented =
        inspector.post(alert + "/comments", "{\"text\":\"已电话核实\"}", "If-Match", "\"1-1\"");
    assertThat(commented.json().at("/triage/events/1/detail").asText()).isEqualTo("已电话核实");
    var linked =
        inspector.post(
            alert + "/link",
            "{\"alertId\":\"%s\",\"reason\":\"同一科室\"}".formatted(other),
            "If-Match",
            "\"1-2\"");
    assertThat(linked.json().at("/triage/links/0").asText()).isEqualTo(other);

    awaitListed("&label=%E9%87%8D%E7%82%B9", 3, true);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        inspector
                            .get("/api/v1/alerts/" + other)
                            .json()
                            .at("/related/linked/items/0/id")
                            .asText())
                    .isEqualTo(SampleAlert.of(3).id()));
    var unlabelled =
        inspector.post(alert + "/unlabel", "{\"label\":\"重点\"}", "If-Match", linked.tag());
    assertThat(unlabelled.json().at("/triage/labels")).isEmpty();
    var unlinked =
        inspector.post(
            alert + "/unlink",
            "{\"alertId\":\"%s\",\"reason\":\"误\"}".formatted(other),
            "If-Match",
            unlabelled.tag());
    assertThat(unlinked.json().at("/triage/links")).isEmpty();
  }

  @Test
  void link_toNothing_isRefused() {
    var alert = indexed(5);

    assertThat(
            link(alert, "{\"alertId\":\"%s\",\"reason\":\"x\"}".formatted(SampleAlert.of(5).id())))
        .isEqualTo("the id of another alert");
    assertThat(link(alert, "{\"alertId\":\"A0\",\"reason\":\"x\"}"))
        .isEqualTo("the id of another alert");
    assertThat(link(alert, "{\"reportId\":\"R0\",\"reason\":\"x\"}"))
        .isEqualTo("the id of a report");
    assertThat(link(alert, "{\"reason\":\"x\"}")).isEqualTo("either alertId or reportId");
    assertThat(link(alert, "{\"alertId\":\"A\",\"reportId\":\"R\",\"reason\":\"x\"}"))
        .isEqualTo("either alertId or reportId");
  }

  @Test
  void link_toAReport_isFoundByIt() {
    var alert = indexed(6);
    var report =
        SERVICE
            .as("hotline")
            .post(
                "/api/v1/reports",
                """
                {"reportId":"R-6","channel":"HOTLINE_12393","named":false,"subjectType":"INSTITUTION",
                 "fixmedinsCode":"H32010000001","category":"分解住院","text":"举报内容","rewardClaim":false}""",
                "Idempotency-Key",
                "desk-6");
    assertThat(report.status()).as(report.text()).isEqualTo(201);

    var linked =
        SERVICE
            .as("inspector")
            .post(
                alert + "/link",
                "{\"reportId\":\"R-6\",\"reason\":\"内容吻合\"}",
                "If-Match",
                "\"1-0\"");

    assertThat(linked.json().at("/triage/reports/0").asText()).isEqualTo("R-6");
    awaitListed("&hasReport=true", 6, true);
    awaitListed("&hasReport=false", 6, false);
  }

  @Test
  void undo_takesBackOnlyTheLastAndOnes() {
    var alert = indexed(7);
    var inspector = SERVICE.as("inspector");
    assertThat(undo(inspector, alert, "\"1-0\"")).endsWith("nothing to undo");

    var dismissed = inspector.post(alert + "/dismiss", DISMISS, "If-Match", "\"1-0\"");
    assertThat(undo(SERVICE.as("lead"), alert, dismissed.tag()))
        .endsWith("the last change is one of inspector; only they can undo it");
    var undone = inspector.post(alert + "/undo", "{}", "If-Match", dismissed.tag());
    assertThat(undone.json().at("/triage/state").asText()).isEqualTo("NEW");
    assertThat(undone.json().at("/triage/disposition").asText()).isEmpty();
    assertThat(undone.json().at("/triage/events").findValuesAsText("action"))
        .containsExactly("DISMISSED", "UNDONE");
    assertThat(undo(inspector, alert, undone.tag())).endsWith("UNDONE cannot be undone");
    assertThat(inspector.post(alert + "/undo", "{}", "If-Match", "\"1-0\"").status())
        .isEqualTo(412);
  }

  /** The first one's time is over at once here. */
  @Test
  void taken_whoseTimeIsOver_goesToTheNext() {
    SERVICE.send(SampleAlert.of(8).amountFen(900_000_000).alert());
    SERVICE.awaitTag(SampleAlert.of(8).id(), "\"1-0\"");
    SERVICE.awaitIndexed();

    var first = SERVICE.as("inspector").post("/api/v1/alerts/take-next", "{}");
    assertThat(first.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(8).id());
    var second = SERVICE.as("li").post("/api/v1/alerts/take-next", "{}");
    assertThat(second.json().at("/alert/id").asText()).isEqualTo(SampleAlert.of(8).id());
    assertThat(second.json().at("/triage/takenBy").asText()).isEqualTo("li");
  }

  @Test
  void alert_ofAnotherRegion_isUnknown() {
    var alert = indexed(9);
    var city = SERVICE.as("city");

    for (var path : new String[] {"/label", "/comments", "/undo", "/release", "/recheck"}) {
      var body =
          switch (path) {
            case "/label" -> "{\"label\":\"x\"}";
            case "/comments" -> "{\"text\":\"x\"}";
            case "/recheck" -> "{\"result\":\"AGREED\",\"reason\":\"x\"}";
            default -> "{}";
          };
      var foreign = city.post(alert + path, body, "If-Match", "\"1-0\"");
      var unknown = city.post("/api/v1/alerts/A0" + path, body, "If-Match", "\"1-0\"");
      assertThat(foreign.status()).as(path).isEqualTo(404);
      assertThat(foreign.text().replace(SampleAlert.of(9).id(), "A0")).isEqualTo(unknown.text());
    }
  }

  private static String undo(Http http, String alert, String tag) {
    var answer = http.post(alert + "/undo", "{}", "If-Match", tag);
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    return answer.json().at("/detail").asText();
  }

  private static String link(String alert, String body) {
    var answer = SERVICE.as("inspector").post(alert + "/link", body, "If-Match", "\"1-0\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    return answer.json().at("/faults/0/allowed").asText();
  }

  private static void awaitListed(String filter, int number, boolean there) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        SERVICE
                            .as("inspector")
                            .get("/api/v1/alerts?size=200" + filter)
                            .json()
                            .at("/items")
                            .findValuesAsText("id")
                            .contains(SampleAlert.of(number).id()))
                    .isEqualTo(there));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  private static String indexed(int number) {
    var alert = SampleAlert.of(number).alert();
    SERVICE.send(alert);
    SERVICE.awaitTag(alert.id(), "\"1-0\"");
    return "/api/v1/alerts/" + alert.id();
  }
}

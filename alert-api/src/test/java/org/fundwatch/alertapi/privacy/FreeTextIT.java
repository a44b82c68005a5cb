package org.fundwatch.alertapi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people type is masked wherever it is shown, and shown for a reason that is written down. */
final class FreeTextIT {
  private static final String CARD = "320102195001011234";
  private static final String PHONE = "13800000000";
  private static final String TEXT = "患者身份证 %s 电话 %s 结算 S990000000100010".formatted(CARD, PHONE);
  private static final String SHOWN = "患者身份证 3***34 电话 1***00 结算 S990000000100010";
  private static final String REASON = "{\"reason\":\"核对病案\"}";

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @BeforeAll
  static void index() {
    SERVICE.send(SampleAlert.of(1).alert(), SampleAlert.of(2).alert());
    SERVICE.awaitTotal(2);
  }

  @Test
  void caseTexts_areMaskedInAnswersListsAndExports_andRevealedWithAReason() {
    var opened =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/cases",
                "{\"title\":\"%s\",\"alertIds\":[\"%s\"]}".formatted(TEXT, SampleAlert.of(1).id()));
    assertMasked(opened.text());
    var path = "/api/v1/cases/" + opened.json().at("/file/id").asText();
    var tag = opened.tag();
    for (var change :
        List.of(
            List.of("/notes", "{\"text\":\"%s\"}"),
            List.of("/statements", "{\"party\":\"PERSON\",\"text\":\"%s\"}"),
            List.of("/documents", "{\"kind\":\"LEAD_REGISTER\",\"title\":\"%s\"}"),
            List.of("/steps", "{\"step\":\"begin-triage\",\"reason\":\"%s\",\"target\":\"%1$s\"}"),
            List.of("/outcome", "{\"outcome\":\"REASONABLE\",\"reason\":\"%s\"}"),
            List.of("/recusals", "{\"name\":\"zhao\",\"reason\":\"%s\"}"))) {
      var answer =
          SERVICE
              .as("lead")
              .post(path + change.get(0), change.get(1).formatted(TEXT), "If-Match", tag);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertMasked(answer.text());
      tag = answer.tag();
    }
    for (var look : List.of(path, path + "/export", "/api/v1/cases")) {
      assertMasked(SERVICE.as("lead").get(look).text());
    }
    var outdated =
        SERVICE.as("lead").post(path + "/notes", "{\"text\":\"x\"}", "If-Match", "\"1\"");
    assertThat(outdated.status()).isEqualTo(412);
    assertMasked(outdated.text());

    var revealed = SERVICE.as("lead").post(path + "/reveal", REASON);

    assertThat(revealed.json().at("/file/title").asText()).isEqualTo(TEXT);
    assertThat(revealed.json().at("/events").findValuesAsText("text"))
        .contains(TEXT, "zhao：" + TEXT);
    assertThat(revealed.json().at("/progress/statements/0/text").asText()).isEqualTo(TEXT);
    assertThat(SERVICE.as("auditor").get("/api/v1/journal/verify").status()).isEqualTo(200);
  }

  @Test
  void alertTexts_areMasked_andRevealedWithAReason() {
    var path = "/api/v1/alerts/" + SampleAlert.of(2).id();
    var tag = SERVICE.as("lead").get(path).tag();
    for (var change :
        List.of(
            List.of("/comments", "{\"text\":\"%s\"}".formatted(TEXT)),
            List.of(
                "/dismiss",
                "{\"disposition\":\"REASONABLE\",\"reason\":\"%s\"}".formatted(TEXT)))) {
      var answer = SERVICE.as("lead").post(path + change.get(0), change.get(1), "If-Match", tag);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text()).doesNotContain(CARD, PHONE);
      tag = answer.tag();
    }
    assertMasked(SERVICE.as("lead").get(path).text());

    var revealed = SERVICE.as("lead").post(path + "/reveal", REASON);

    assertThat(revealed.json().at("/triage/reason").asText()).isEqualTo(TEXT);
    assertThat(revealed.json().at("/triage/events/0/detail").asText()).isEqualTo(TEXT);
  }

  @Test
  void reasonsOfAbsencesAndSuppressions_areMasked() {
    var absence =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/absences",
                "{\"user\":\"li\",\"from\":\"2026-11-22\",\"to\":\"2026-11-23\",\"reason\":\"%s\"}"
                    .formatted(TEXT),
                "Idempotency-Key",
                "away-1");
    assertThat(absence.status()).as(absence.text()).isEqualTo(201);
    assertMasked(absence.text());
  }

  /** They are searched by and seen by many, so they are not masked. */
  @Test
  void namesAndLabels_withNumbersOfPeople_areRefused() {
    var alert = "/api/v1/alerts/" + SampleAlert.of(2).id();
    for (var request :
        List.of(
            List.of(alert + "/label", "{\"label\":\"电话%s\"}", "label"),
            List.of(
                "/api/v1/alerts/bulk",
                """
                {"action":"LABEL","ids":["1"],"label":"电话%s","reason":"x"}""",
                "label"),
            List.of(
                "/api/v1/views",
                """
                {"name":"电话%s","query":{},"sort":"PRIORITY","ascending":false}""",
                "name"),
            List.of(
                "/api/v1/draws",
                """
                {"title":"电话%s","region":"32","targets":[{"code":"H32010000001","weight":1}],
                "officers":[{"name":"li","conflicts":[]}],"institutions":1,"officersEach":1}""",
                "title"),
            List.of(
                "/api/v1/case-templates",
                """
                {"name":"电话%s","region":"","families":[],"tasks":[{"title":"%<s","days":1}],
                "texts":[]}""",
                "name"))) {
      var answer =
          SERVICE
              .as("lead")
              .post(
                  request.get(0),
                  request.get(1).formatted(PHONE),
                  "If-Match",
                  "\"1-0\"",
                  "Idempotency-Key",
                  "names");

      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.json().at("/faults").findValuesAsText("field")).contains(request.get(2));
      assertThat(answer.text())
          .contains("no numbers of people, cards or telephones")
          .doesNotContain(PHONE);
    }
  }

  private static void assertMasked(String answer) {
    assertThat(answer).contains(SHOWN).doesNotContain(CARD, PHONE);
  }
}

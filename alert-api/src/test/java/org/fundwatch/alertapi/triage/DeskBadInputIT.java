package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskBadInputIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final String ALERT = "/api/v1/alerts/" + SampleAlert.of(1).id();

  @BeforeAll
  static void index() {
    SERVICE.send(SampleAlert.of(1).alert());
    SERVICE.awaitTag(SampleAlert.of(1).id(), "\"1-0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/take-next~ {\"more\":1}~ more~ query",
        "/take-next~ {\"query\":[]}~ query~ an object",
        "/take-next~ {\"query\":{\"size\":1}}~ query.size~ ",
        "/take-next~ {\"query\":{\"state\":[\"LOST\"]}}~ query.state[0]~ NEW, ASSIGNED, SNOOZED, SUPPRESSED, CONFIRMED, DISMISSED",
        "/take-next~ {\"query\":{\"closed\":\"yes\"}}~ query.closed~ true or false",
        "/bulk~ {\"ids\":[\"A\"],\"reason\":\"x\"}~ action~ must not be null",
        "/bulk~ {\"action\":\"BURN\",\"ids\":[\"A\"],\"reason\":\"x\"}~ action~ DECIDE, REOPEN, ASSIGN, SNOOZE, LABEL, UNLABEL, COMMENT",
        "/bulk~ {\"action\":\"COMMENT\",\"ids\":[],\"reason\":\"x\"}~ ids~ size must be between 1 and 10000",
        "/bulk~ {\"action\":\"COMMENT\",\"ids\":[null],\"reason\":\"x\"}~ ids[0]~ must not be blank",
        "/bulk~ {\"action\":\"COMMENT\",\"reason\":\"x\"}~ ids~ either ids or query",
        "/bulk~ {\"action\":\"COMMENT\",\"ids\":[\"A\"],\"query\":{},\"reason\":\"x\"}~ ids~ either ids or query",
        "/bulk~ {\"action\":\"COMMENT\",\"ids\":[\"A\"],\"reason\":\"\"}~ reason~ must not be blank",
        "/bulk~ {\"action\":\"DECIDE\",\"ids\":[\"A\"],\"reason\":\"x\"}~ disposition~ 'a value, for DECIDE'",
        "/bulk~ {\"action\":\"COMMENT\",\"ids\":[\"A\"],\"label\":\"y\",\"reason\":\"x\"}~ label~ 'nothing, for COMMENT'",
        "/bulk~ {\"action\":\"LABEL\",\"ids\":[\"A\"],\"label\":\"a,b\",\"reason\":\"x\"}~ label~ 1 to 40 characters without commas and without space around them",
        "/bulk~ {\"action\":\"ASSIGN\",\"ids\":[\"A\"],\"assignee\":\"nobody\",\"reason\":\"x\"}~ assignee~ ",
        "/assign~ {\"ids\":[\"A0\"],\"reason\":\"x\"}~ ids~ ids of alerts",
        "/assign~ {\"query\":{},\"inspectors\":[\"nobody\"],\"reason\":\"x\"}~ inspectors~ ",
        "/assign~ {\"query\":{},\"inspectors\":[],\"reason\":\"x\"}~ inspectors~ size must be between 1 and 1000",
        "/assign~ {\"reason\":\"x\"}~ ids~ either ids or query",
      })
  void many_wrong_isNamed(String path, String body, String field, String allowed) {
    var answer =
        SERVICE.as("lead").post("/api/v1/alerts" + path, body, "Idempotency-Key", "bad" + field);

    assertFault(answer, field, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/snooze~ {\"until\":\"tomorrow\",\"reason\":\"x\"}~ until~ a date as 2026-01-31",
        "/snooze~ {\"reason\":\"x\"}~ until~ must not be null",
        "/snooze~ {\"until\":\"+999999999-12-31\",\"reason\":\"x\"}~ until~ ",
        "/comments~ {\"text\":\" \"}~ text~ must not be blank",
        "/comments~ {\"text\":1}~ text~ text",
        "/label~ {\"label\":\" x\"}~ label~ 1 to 40 characters without commas and without space around them",
        "/label~ {}~ label~ must not be null",
        "/link~ {\"alertId\":[],\"reason\":\"x\"}~ alertId~ text",
        "/link~ {\"alertId\":\"A0\"}~ reason~ must not be blank",
        "/recheck~ {\"result\":\"MAYBE\",\"reason\":\"x\"}~ result~ AGREED, DISAGREED",
        "/undo~ {\"all\":true}~ all~ ",
        "/release~ []~ body~ an object",
      })
  void one_wrong_isNamed(String path, String body, String field, String allowed) {
    assertFault(
        SERVICE.as("inspector").post(ALERT + path, body, "If-Match", "\"1-0\""), field, allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "snooze", "comments", "label", "unlabel", "undo", "recheck"})
  void one_withoutTag_isRefused(String path) {
    var body =
        switch (path) {
          case "snooze" -> "{\"until\":\"2026-01-01\",\"reason\":\"x\"}";
          case "comments" -> "{\"text\":\"x\"}";
          case "label", "unlabel" -> "{\"label\":\"x\"}";
          case "recheck" -> "{\"result\":\"AGREED\",\"reason\":\"x\"}";
          default -> "{}";
        };
    var inspector = SERVICE.as("inspector");
    assertThat(inspector.post(ALERT + "/" + path, body).status()).isEqualTo(428);
    assertThat(inspector.post(ALERT + "/" + path, body, "If-Match", "*").status()).isEqualTo(400);
    if (!path.equals("snooze")) {
      assertThat(inspector.post(ALERT + "/" + path, body, "If-Match", "\"7-7\"").status())
          .isEqualTo(412);
    }
  }

  @Test
  void absence_wrong_isNamed() {
    var lead = SERVICE.as("lead");
    var body = "{\"user\":\"li\",\"from\":\"2026-05-02\",\"to\":\"2026-05-01\",\"reason\":\"x\"}";
    assertFault(
        lead.post("/api/v1/absences", body, "Idempotency-Key", "a1"), "to", "2026-05-02 or later");
    assertThat(
            SERVICE
                .as("inspector")
                .post("/api/v1/absences", body, "Idempotency-Key", "a1")
                .status())
        .isEqualTo(403);
    assertFault(
        lead.post("/api/v1/absences", "{\"user\":1}", "Idempotency-Key", "a1"), "user", "text");
    assertThat(
            lead.post("/api/v1/absences/absence-0/end", "{\"reason\":\"x\"}", "If-Match", "\"1\"")
                .status())
        .isEqualTo(404);
  }

  @Test
  void bulk_ofMoreThanTenThousand_isRefused() {
    var ids =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(number -> "\"A" + number + "\"")
            .collect(Collectors.joining(",", "[", "]"));

    var answer =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/alerts/bulk",
                "{\"action\":\"COMMENT\",\"ids\":%s,\"reason\":\"x\"}".formatted(ids),
                "Idempotency-Key",
                "much");

    assertFault(answer, "ids", "size must be between 1 and 10000");
  }

  private static void assertFault(Http.Answer answer, String field, String allowed) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.text()).doesNotContain("Exception", "at org.");
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    if (allowed != null) {
      assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
    }
  }
}

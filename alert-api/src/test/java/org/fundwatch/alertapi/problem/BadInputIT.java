package org.fundwatch.alertapi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static Http http;

  @BeforeAll
  static void ready() {
    http = SERVICE.as("li");
    SERVICE.send(SampleAlert.of(1).alert());
    SERVICE.awaitTag(SampleAlert.of(1).id(), "\"1-0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "size=0~ size~ 0~ must be greater than or equal to 1",
        "size=201~ size~ 201~ must be less than or equal to 200",
        "size=many~ size~ many~ a whole number",
        "sort=NAME~ sort~ NAME~ PRIORITY, AMOUNT, CONFIDENCE, DUE, SERVICE, RAISED, CHANGED",
        "status=LOST~ status~ LOST~ OPEN, WITHDRAWN, SUPPRESSED",
        "serviceFrom=2026-02-30~ serviceFrom~ 2026-02-30~ a date as 2026-01-31",
        "amountFromFen=1.5~ amountFromFen~ 1.5~ a whole number",
        "confidenceFrom=2~ confidenceFrom~ 2.0~ must be less than or equal to 1",
        "confidenceFrom=NaN~ confidenceFrom~ NaN~ must be greater than or equal to 0",
        "hasCase=perhaps~ hasCase~ perhaps~ true or false",
        "region=32a~ region~ 32a~ at most six digits",
        "colour=red~ colour~ an unknown parameter~ amountFromFen, amountToFen, ascending, assignee, caseId, closed, confidenceFrom, confidenceTo, cursor, doctor, dueFrom, dueTo, family, hasCase, hasReport, institution, label, outcome, person, raisedFrom, raisedTo, recheck, region, rule, sample, scoreFrom, scoreTo, serviceFrom, serviceTo, size, sort, state, status, text",
      })
  void parameter_wrong_isNamedWithWhatIsAllowed(
      String query, String field, String found, String allowed) {
    var answer = http.get("/api/v1/alerts?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().at("/faults/0").toString())
        .isEqualTo(
            "{\"field\":\"%s\",\"found\":\"%s\",\"allowed\":\"%s\"}"
                .formatted(field, found, allowed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{~ body: no valid JSON at line 1, column 2",
        "{\"title\":\"a\",~ body: no valid JSON at line 1, column 14",
        "'' ~ body: missing or unreadable; JSON in UTF-8 is wanted",
        "{\"title\":\"a\"}}~ body: no valid JSON at line 1, column 14",
      })
  void body_noJson_isRefusedWithItsPlace(String body, String detail) {
    var answer = http.post("/api/v1/cases", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/detail").asText()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"title\":\"a\",\"alertIds\":[],\"more\":1}~ more~ alertIds, title",
        "{\"title\":1,\"alertIds\":[\"x\"]}~ title~ text",
        "{\"title\":\"a\",\"alertIds\":\"x\"}~ alertIds~ a list",
        "{\"title\":\"a\",\"alertIds\":[{}]}~ alertIds[0]~ text",
        "{\"title\":\" \",\"alertIds\":[\"x\"]}~ title~ must not be blank",
        "{\"title\":\"a\",\"alertIds\":[]}~ alertIds~ must not be empty",
        "{\"title\":\"a\"}~ alertIds~ must not be empty",
        "{\"title\":\"a\\ud800\",\"alertIds\":[\"x\"]}~ title~ 'text of whole characters, without control characters'",
        "{\"title\":\"a\",\"alertIds\":[\"x\\u0000\"]}~ alertIds[0]~ 'text of whole characters, without control characters'",
        "[]~ body~ an object",
      })
  void field_wrong_isNamedWithWhatIsAllowed(String body, String field, String allowed) {
    var answer = http.post("/api/v1/cases", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
  }

  @Test
  void enum_unknown_namesTheValues() {
    var answer =
        http.post(
            "/api/v1/alerts/" + SampleAlert.of(1).id() + "/dismiss",
            "{\"disposition\":\"MAYBE\",\"reason\":\"x\"}",
            "If-Match",
            "\"1-0\"");

    assertThat(answer.json().at("/faults/0/found").asText()).isEqualTo("MAYBE");
    assertThat(answer.json().at("/faults/0/allowed").asText())
        .startsWith("UNFOUNDED, REASONABLE, DATA_PROBLEM");
  }

  @Test
  void body_deepOrHuge_isRefused() {
    assertThat(http.post("/api/v1/cases", "[".repeat(100_000)).json().at("/detail").asText())
        .isIn("body: nested too deeply, or a value too long", "the request has faults");

    var huge = http.post("/api/v1/cases", " ".repeat(1_100_000));
    assertThat(huge.status()).isEqualTo(413);
    assertThat(huge.json().at("/detail").asText())
        .isEqualTo("body: 1100000 bytes; at most 1048576");
  }

  @Test
  void request_strange_isAProblemNotAnError() {
    assertProblem(http.get("/api/v1/nothing"), 404);
    assertProblem(http.get("/api/v1/alerts/" + "%3Cscript%3E"), 404);
    assertProblem(http.get("/api/v1/alerts?text=%ff%fe"), 400);
    assertProblem(Http.send(http.request("/api/v1/alerts").DELETE()), 405);
    var xml =
        http.request("/api/v1/cases")
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofString("<a/>"));
    assertProblem(Http.send(xml), 415);
    var badUtf8 =
        http.request("/api/v1/cases")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}));
    assertProblem(Http.send(badUtf8), 400);
    assertProblem(Http.send(http.request("/api/v1/alerts").header("Accept", "image/png")), 406);
    // Tomcat refuses this one by itself.
    assertProblem(http.get("/api/v1/alerts/..%2f..%2fetc"), 400);
  }

  private static void assertProblem(Http.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).doesNotContain("Exception", "at org.", "trace");
    if (status != 406) {
      assertThat(answer.type()).startsWith("application/problem+json");
    }
  }
}

package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.Http.Answer;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;

/** A case told over HTTP: each thing that is done is done on what was seen last. */
final class CaseStory {
  private final ServiceExtension service;
  private final String id;
  private String tag;

  private CaseStory(ServiceExtension service, String id, String tag) {
    this.service = service;
    this.id = id;
    this.tag = tag;
  }

  static CaseStory open(ServiceExtension service, int... alerts) {
    var ids =
        java.util.Arrays.stream(alerts)
            .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
            .toList();
    var opened =
        service
            .as("inspector")
            .post("/api/v1/cases", "{\"title\":\"核查\",\"alertIds\":%s}".formatted(ids));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new CaseStory(service, opened.json().at("/file/id").asText(), opened.tag());
  }

  /** A case as it was seen. */
  static CaseStory at(ServiceExtension service, String id, String tag) {
    return new CaseStory(service, id, tag);
  }

  String id() {
    return id;
  }

  String tag() {
    return tag;
  }

  String path() {
    return "/api/v1/cases/" + id;
  }

  JsonNode detail(String user) {
    return service.as(user).get(path()).json();
  }

  Answer tries(String user, String what, String json) {
    return service.as(user).post(path() + what, json, "If-Match", tag);
  }

  Answer attaches(String user, String name, byte[] bytes) {
    var answer =
        Http.send(
            service
                .as(user)
                .request(
                    path() + "/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("If-Match", tag)
                .POST(BodyPublishers.ofByteArray(bytes)));
    tag = answer.tag().isEmpty() ? tag : answer.tag();
    return answer;
  }

  CaseStory does(String user, String what, String json) {
    var answer = tries(user, what, json);
    assertThat(answer.status()).as("%s %s: %s", what, json, answer.text()).isEqualTo(200);
    tag = answer.tag();
    return this;
  }

  Answer triesStep(String user, String step) {
    return tries(user, "/steps", step(step));
  }

  CaseStory step(String user, String step) {
    return does(user, "/steps", step(step));
  }

  CaseStory files(String user, String... kinds) {
    for (var kind : kinds) {
      does(user, "/documents", "{\"kind\":\"%s\",\"title\":\"1号\"}".formatted(kind));
    }
    return this;
  }

  CaseStory posts(String account, long amount) {
    return does(
        "inspector",
        "/ledger",
        "{\"account\":\"%s\",\"amount\":%d,\"text\":\"核对\"}".formatted(account, amount));
  }

  String state() {
    return detail("lead").at("/progress/states/0/state").asText();
  }

  long balance(String account) {
    return StreamSupport.stream(detail("lead").at("/progress/balances").spliterator(), false)
        .filter(balance -> balance.at("/account").asText().equals(account))
        .mapToLong(balance -> balance.at("/amount").asLong())
        .findFirst()
        .orElse(0);
  }

  CaseStory toVerify() {
    return step("inspector", "begin-triage")
        .files("inspector", "LEAD_REGISTER")
        .step("inspector", "precheck")
        .files("inspector", "FEEDBACK_FORM", "VERIFICATION_APPROVAL")
        .step("lead", "verify")
        .does("lead", "/officers", "{\"name\":\"inspector\",\"credentials\":\"320101-1\"}")
        .does("lead", "/officers", "{\"name\":\"li\",\"credentials\":\"320101-2\"}");
  }

  CaseStory toStatement(long fineFen) {
    return toVerify()
        .files("inspector", "FILING_APPROVAL")
        .step("inspector", "propose-filing")
        .step("lead", "file")
        .files("li", "INSPECTION_NOTICE", "CREDENTIALS_RECORD")
        .step("li", "investigate")
        .files("li", "INSPECTION_RECORD", "INVESTIGATION_REPORT")
        .does(
            "li",
            "/penalty",
            "{\"respondent\":\"ORGANISATION\",\"fineFen\":%d,\"reason\":\"查证\"}".formatted(fineFen))
        .step("li", "submit-review")
        .files("legal-reviewer", "LEGAL_OPINION")
        .step("legal-reviewer", "pass-review")
        .files("inspector", "ADVANCE_NOTICE", "HEARING_OFFER", "NOTICE_RECEIPT")
        .step("inspector", "give-notice");
  }

  private static String step(String step) {
    return "{\"step\":\"%s\",\"reason\":\"理由\",\"target\":\"去向\"}".formatted(step);
  }
}

package org.fundwatch.alertapi.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fundwatch.alertapi.testing.Http.Answer;

/** Cases, as far as requests need them to be. */
final class CaseThings {
  private final Making making;
  private final String officer;

  private CaseThings(Making making) {
    this.making = making;
    this.officer = making.own().startsWith("inspector-") ? making.own() : "li";
  }

  static Map<String, Consumer<Making>> makers() {
    var makers = new HashMap<String, Consumer<Making>>();
    makers.put("case", making -> of(making).opens());
    makers.put("case.filed", making -> of(making).opens().files(making.own()));
    makers.put("case.said", making -> of(making).opens().says());
    makers.put("case.attached", making -> of(making).opens().attaches());
    makers.put("case.rows", making -> of(making).opens().settles());
    makers.put("case.verify", making -> of(making).opens().verifies());
    makers.put("case.paused", making -> of(making).opens().verifies().pauses());
    makers.put("case.extension", making -> of(making).opens().verifies().asksForMore());
    makers.put("case.statement", making -> of(making).opens().verifies().givesNotice());
    makers.put(
        "case.hearing", making -> of(making).opens().verifies().givesNotice().holdsHearing());
    makers.put("case.free", making -> of(making).opens().making.other());
    makers.put("case.two", making -> of(making).opens().adds());
    makers.put("case.template", making -> of(making).opens().fits());
    makers.put("case.task", making -> of(making).opens().sets());
    makers.put("task", making -> of(making).opens().sets());
    makers.put("template", making -> of(making).makesTemplate());
    return makers;
  }

  private static CaseThings of(Making making) {
    return new CaseThings(making);
  }

  private CaseThings opens() {
    making.alert();
    var opened =
        making.post(
            "inspector",
            "/api/v1/cases",
            "{\"title\":\"核查 %s\",\"alertIds\":[\"%s\"]}"
                .formatted(making.get("key"), making.get("alert")));
    making.put("id", opened.json().at("/file/id").asText());
    making.put("sha256", opened.json().at("/events/0/action/snapshots/0/sha256").asText());
    return this;
  }

  private Answer does(String user, String what, String json) {
    var answer = making.post(user, path(what), json);
    making.put("number", answer.json().at("/file/sequence").asText());
    return answer;
  }

  private String path(String what) {
    return "/api/v1/cases/" + making.get("id") + "/" + what;
  }

  private void step(String user, String step) {
    does(user, "steps", "{\"step\":\"%s\",\"reason\":\"理由\",\"target\":\"去向\"}".formatted(step));
  }

  private CaseThings files(String user, String... kinds) {
    for (var kind : kinds.length == 0 ? new String[] {"LEAD_REGISTER"} : kinds) {
      does(user, "documents", "{\"kind\":\"%s\",\"title\":\"1号\"}".formatted(kind));
    }
    return this;
  }

  private void says() {
    does("inspector", "statements", "{\"party\":\"INSTITUTION\",\"text\":\"一\"}");
  }

  private void attaches() {
    var answer =
        making.send(
            "inspector",
            "POST",
            path("attachments?name=a.txt"),
            "application/octet-stream",
            "附件 " + making.number());
    making.put("sha256", answer.json().at("/progress/attachments/0/sha256").asText());
  }

  /** The settlement comes that the case's alert points at. */
  private void settles() {
    making.settlement();
  }

  private void adds() {
    does(
        "inspector",
        "alerts",
        "{\"alertIds\":[\"%s\"],\"reason\":\"一\"}".formatted(making.other()));
  }

  private void sets() {
    var answer = does(making.own(), "tasks", "{\"tasks\":[{\"title\":\"查账\"}]}");
    making.put("task", answer.json().at("/progress/tasks/0/task/id").asText());
    making.put("assignee", making.own());
  }

  private void fits() {
    var id = making.get("id");
    var tag = making.get("tag");
    makesTemplate();
    making.put("template", making.get("id")).put("id", id).put("tag", tag);
  }

  private void makesTemplate() {
    var answer =
        making.post(
            Making.LEAD,
            "/api/v1/case-templates",
            """
            {"name":"模板 %s","region":"%s","families":[],"tasks":[{"title":"查账","days":5}],
             "texts":[]}"""
                .formatted(making.get("key"), making.get("region")));
    making.put("id", answer.json().at("/id").asText());
  }

  private CaseThings verifies() {
    step("inspector", "begin-triage");
    files("inspector", "LEAD_REGISTER");
    step("inspector", "precheck");
    files("inspector", "FEEDBACK_FORM", "VERIFICATION_APPROVAL");
    step("lead", "verify");
    for (var name : new String[] {"inspector", officer}) {
      does("lead", "officers", "{\"name\":\"%s\",\"credentials\":\"1\"}".formatted(name));
    }
    return this;
  }

  private void pauses() {
    does("inspector", "pauses", "{\"reason\":\"HEARING\",\"text\":\"一\"}");
  }

  private void asksForMore() {
    does("inspector", "extensions", "{\"limit\":\"VERIFY\",\"amount\":1,\"reason\":\"一\"}");
  }

  private CaseThings givesNotice() {
    files("inspector", "FILING_APPROVAL");
    step("inspector", "propose-filing");
    step("lead", "file");
    files("inspector", "INSPECTION_NOTICE", "CREDENTIALS_RECORD");
    step("inspector", "investigate");
    files("inspector", "INSPECTION_RECORD", "INVESTIGATION_REPORT");
    does(
        "inspector",
        "penalty",
        "{\"respondent\":\"ORGANISATION\",\"fineFen\":1000000,\"reason\":\"查证\"}");
    step("inspector", "submit-review");
    files("legal-reviewer", "LEGAL_OPINION");
    step("legal-reviewer", "pass-review");
    files("inspector", "ADVANCE_NOTICE", "HEARING_OFFER", "NOTICE_RECEIPT");
    step("inspector", "give-notice");
    return this;
  }

  private void holdsHearing() {
    does("inspector", "hearing/request", "{\"text\":\"一\"}");
    files("inspector", "HEARING_NOTICE");
    step("lead", "hold-hearing");
    making.ahead(Duration.ofDays(1));
  }
}

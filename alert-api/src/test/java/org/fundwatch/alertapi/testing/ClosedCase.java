package org.fundwatch.alertapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A case that an institution has settled by paying back, told over HTTP. */
public final class ClosedCase {
  private final ServiceExtension service;
  private String path = "";
  private String tag = "";

  private ClosedCase(ServiceExtension service) {
    this.service = service;
  }

  /**
   * Opens a case on alerts and closes it.
   *
   * @param outcome that it is closed with
   * @param fen verified and paid back
   * @return its id
   */
  public static String of(ServiceExtension service, String outcome, long fen, int... alerts) {
    return new ClosedCase(service).run(outcome, fen, alerts);
  }

  private String run(String outcome, long fen, int... alerts) {
    var ids =
        Arrays.stream(alerts)
            .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
            .toList();
    var opened =
        service
            .as("inspector")
            .post("/api/v1/cases", "{\"title\":\"核查\",\"alertIds\":%s}".formatted(ids));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    var id = opened.json().at("/file/id").asText();
    path = "/api/v1/cases/" + id;
    tag = opened.tag();
    does("inspector", "/steps", "{\"step\":\"begin-triage\"}");
    does("inspector", "/documents", "{\"kind\":\"LEAD_REGISTER\",\"title\":\"1号\"}");
    does("inspector", "/steps", "{\"step\":\"precheck\"}");
    does("inspector", "/documents", "{\"kind\":\"FEEDBACK_FORM\",\"title\":\"1号\"}");
    does("inspector", "/steps", "{\"step\":\"self-refund\"}");
    for (var account : new String[] {"VERIFIED", "RECOVERED"}) {
      does(
          "inspector",
          "/ledger",
          "{\"account\":\"%s\",\"amount\":%d,\"text\":\"核对\"}".formatted(account, fen));
    }
    does("li", "/outcome", "{\"outcome\":\"%s\",\"reason\":\"属实\"}".formatted(outcome));
    does("inspector", "/documents", "{\"kind\":\"CLOSING_APPROVAL\",\"title\":\"1号\"}");
    does("lead", "/steps", "{\"step\":\"close-refunded\"}");
    return id;
  }

  private void does(String user, String what, String json) {
    var answer = service.as(user).post(path + what, json, "If-Match", tag);
    assertThat(answer.status()).as("%s %s: %s", what, json, answer.text()).isEqualTo(200);
    tag = answer.tag();
  }
}

package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TriageIT {
  private static final String DISMISS = "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}";
  private static final String CONFIRM = "{\"disposition\":\"FRAUD_40\",\"reason\":\"属实\"}";

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void decision_onAnOutdatedAlert_isToldWhatChanged() {
    var alert = indexed(1);
    assertThat(dismiss(SERVICE.as("inspector"), alert, "\"1-0\"").tag()).isEqualTo("\"1-1\"");
    SERVICE.send(SampleAlert.of(1).version(2).alert());
    SERVICE.awaitTag(SampleAlert.of(1).id(), "\"2-1\"");

    var late = SERVICE.as("lead").post(alert + "/confirm", CONFIRM, "If-Match", "\"1-0\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.type()).startsWith("application/problem+json");
    var problem = late.json();
    assertThat(problem.at("/detail").asText())
        .isEqualTo("changed since you looked at it; look at the changes and decide again");
    assertThat(problem.at("/currentETag").asText()).isEqualTo("\"2-1\"");
    assertThat(problem.at("/changes")).hasSize(2);
    assertThat(problem.at("/changes/0/change").asText()).isEqualTo("amended IP01-split-admission");
    assertThat(problem.at("/changes/1/by").asText()).isEqualTo("inspector");
    assertThat(problem.at("/changes/1/action").asText()).isEqualTo("DISMISSED");
  }

  @Test
  void decisions_atTheSameTime_onlyOneWins() throws Exception {
    var alert = indexed(2);
    var threads = Executors.newFixedThreadPool(8);
    try {
      var tasks =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  i -> () -> dismiss(SERVICE.as("inspector"), alert, "\"1-0\"").status())
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(tasks)) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    } finally {
      threads.shutdown();
    }
    assertThat(SERVICE.as("inspector").get(alert).json().at("/triage/events")).hasSize(1);
  }

  @Test
  void alert_throughItsDay_keepsItsHistory() {
    var alert = indexed(3);
    var inspector = SERVICE.as("inspector");

    var assigned =
        inspector.post(alert + "/assign", "{\"assignee\":\"inspector\"}", "If-Match", "\"1-0\"");
    assertThat(assigned.json().at("/triage/state").asText()).isEqualTo("ASSIGNED");
    var confirmed = inspector.post(alert + "/confirm", CONFIRM, "If-Match", assigned.tag());
    assertThat(confirmed.json().at("/triage/disposition").asText()).isEqualTo("FRAUD_40");
    assertThat(dismiss(inspector, alert, confirmed.tag()).json().at("/detail").asText())
        .endsWith("decided as FRAUD_40; reopen it first");
    var reopened =
        inspector.post(alert + "/reopen", "{\"reason\":\"有误\"}", "If-Match", confirmed.tag());
    assertThat(reopened.json().at("/triage/state").asText()).isEqualTo("ASSIGNED");
    assertThat(dismiss(inspector, alert, reopened.tag()).status()).isEqualTo(200);

    assertThat(inspector.get(alert).json().at("/triage/events").findValuesAsText("action"))
        .containsExactly("ASSIGNED", "CONFIRMED", "REOPENED", "DISMISSED");
    assertThat(inspector.get("/api/v1/alerts?assignee=inspector&state=DISMISSED").text())
        .contains(SampleAlert.of(3).id());
  }

  @Test
  void assigning_toOthers_takesALead() {
    var alert = indexed(4);

    var refused =
        SERVICE
            .as("inspector")
            .post(alert + "/assign", "{\"assignee\":\"li\"}", "If-Match", "\"1-0\"");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().at("/detail").asText())
        .isEqualTo("only a lead gives alerts to others; take it yourself");
    var unknown =
        SERVICE
            .as("lead")
            .post(alert + "/assign", "{\"assignee\":\"admin\"}", "If-Match", "\"1-0\"");
    assertThat(unknown.json().at("/faults/0/allowed").asText()).startsWith("inspector, lead, li, ");
    var given =
        SERVICE.as("lead").post(alert + "/assign", "{\"assignee\":\"li\"}", "If-Match", "\"1-0\"");
    assertThat(given.json().at("/triage/assignee").asText()).isEqualTo("li");
  }

  @Test
  void withdrawnAlert_confirmed_isRefused() {
    SERVICE.send(SampleAlert.of(5).withdrawn().alert());
    SERVICE.awaitTag(SampleAlert.of(5).id(), "\"1-0\"");
    var alert = "/api/v1/alerts/" + SampleAlert.of(5).id();

    var refused = SERVICE.as("inspector").post(alert + "/confirm", CONFIRM, "If-Match", "\"1-0\"");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/detail").asText())
        .endsWith("withdrawn, later facts took its findings back; it can be dismissed");
    assertThat(dismiss(SERVICE.as("inspector"), alert, "\"1-0\"").status()).isEqualTo(200);
  }

  @Test
  void change_withoutOrWithABadTag_isRefused() {
    var alert = indexed(6);

    var without = SERVICE.as("inspector").post(alert + "/dismiss", DISMISS);
    assertThat(without.status()).isEqualTo(428);
    assertThat(without.json().at("/detail").asText())
        .isEqualTo("If-Match: missing; send the ETag of what you looked at");
    assertThat(dismiss(SERVICE.as("inspector"), alert, "*").status()).isEqualTo(400);
    var wrongSide =
        SERVICE.as("inspector").post(alert + "/dismiss", CONFIRM, "If-Match", "\"1-0\"");
    assertThat(wrongSide.json().at("/faults/0/allowed").asText())
        .isEqualTo("UNFOUNDED, REASONABLE, DATA_PROBLEM");
  }

  private static String indexed(int number) {
    var alert = SampleAlert.of(number).alert();
    SERVICE.send(alert);
    SERVICE.awaitTag(alert.id(), "\"1-0\"");
    return "/api/v1/alerts/" + alert.id();
  }

  private static Http.Answer dismiss(Http http, String alert, String tag) {
    return http.post(alert + "/dismiss", DISMISS, "If-Match", tag);
  }
}

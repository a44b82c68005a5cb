package org.fundwatch.alertapi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RebuildIT {
  private static final int ALERTS = 30;
  private static final String DISMISS = "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}";
  private static final String CONFIRM = "{\"disposition\":\"FRAUD_40\",\"reason\":\"属实\"}";

  /** The model is believed most: 123456 fen x (0.8 x 200 + 8) / 215 in two and a half hours. */
  private static final String PRIORITY = "38587";

  /** Keys of requests are kept for repetitions a moment later, and not remembered by any topic. */
  private static final String NOT_REBUILT = "request-keys-v1";

  private static final Pattern HIT =
      Pattern.compile("\"_id\":\"([^\"]+)\",\"_score\":[^,]*,\"_source\":(.*)");

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.precision.every", "1s")
          .with("fundwatch.precision.material", "0.0001");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void indices_allDeleted_areFilledEqualFromTheTopics() throws Exception {
    work();
    awaitMeasured();
    SERVICE.awaitRelayed();
    var before = documents();
    assertThat(before.keySet())
        .contains("alerts-v1", "cases-v2", "reports-v2", "case-events-v2", "journal-heads-v1")
        .contains("tasks-v1", "case-features-v1");
    assertThat(before.get("settlement-rows-v1")).hasSize(ALERTS / 2);
    assertThat(before.get("marks-v1")).hasSize(1);
    assertThat(before.get("funds-v1")).hasSize(1);
    assertThat(before.get("notices-v1")).isNotEmpty();
    assertThat(before.get("alert-events-v2")).hasSizeGreaterThan(30);

    SERVICE.restart(this::deleteAll);
    SERVICE.awaitFilled();
    SERVICE.awaitTotal(ALERTS);

    var after = documents();
    before.remove(NOT_REBUILT);
    after.remove(NOT_REBUILT);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (index, documents) -> assertThat(after.get(index)).as(index).isEqualTo(documents));
    // People go on where they were.
    var lead = SERVICE.as("lead");
    var id = "/api/v1/alerts/" + SampleAlert.of(0).id();
    assertThat(lead.get(id).tag()).isEqualTo("\"2-3\"");
    assertThat(lead.get(id).json().at("/triage/events")).hasSize(3);
    assertThat(lead.post(id + "/reopen", "{\"reason\":\"有误\"}", "If-Match", "\"2-3\"").tag())
        .isEqualTo("\"2-4\"");
    assertThat(SERVICE.as("admin").get("/api/v1/journal/verify").json().at("/faultCount").asInt())
        .isZero();
  }

  @Test
  void index_oneDeleted_isFilledToo() throws Exception {
    SERVICE.awaitRelayed();
    var before = documents();

    SERVICE.restart(() -> delete("alerts-v1"));
    SERVICE.awaitFilled();
    assertThat(documents()).isEqualTo(before);

    SERVICE.restart(() -> delete("settlement-rows-v1"));
    SERVICE.awaitFilled();
    assertThat(documents()).isEqualTo(before);
  }

  /** Eight confirmed, seven dismissed: every alert is appraised by that. */
  private static void awaitMeasured() {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              var items =
                  SERVICE.as("lead").get("/api/v1/alerts?closed=true&size=200").json().at("/items");
              assertThat(items).hasSize(ALERTS);
              assertThat(items.findValuesAsText("priority")).containsOnly(PRIORITY);
            });
  }

  /** A day of people's work. */
  private static void work() {
    for (int number = 0; number < ALERTS; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
      if (number % 2 == 0) {
        SERVICE.send(SampleRow.of(number).row());
      }
    }
    // Later: the first row must not come back.
    SERVICE.send(SampleRow.of(0).takenBack().row());
    SERVICE.awaitIndexed();
    SERVICE.awaitRowsTaken(ALERTS / 2 + 1);
    var inspector = SERVICE.as("inspector");
    for (int number = 0; number < ALERTS; number += 2) {
      var alert = "/api/v1/alerts/" + SampleAlert.of(number).id();
      var tag =
          done(
              inspector.post(
                  alert + "/assign", "{\"assignee\":\"inspector\"}", "If-Match", "\"1-0\""));
      var decision = number % 4 == 0 ? "/confirm" : "/dismiss";
      done(inspector.post(alert + decision, number % 4 == 0 ? CONFIRM : DISMISS, "If-Match", tag));
    }
    var ids = "\"%s\",\"%s\"".formatted(SampleAlert.of(0).id(), SampleAlert.of(4).id());
    var opened =
        inspector.post(
            "/api/v1/cases",
            "{\"title\":\"核查\",\"alertIds\":[%s]}".formatted(ids),
            "Idempotency-Key",
            "k");
    var file = "/api/v1/cases/" + opened.json().at("/file/id").asText();
    done(inspector.post(file + "/notes", "{\"text\":\"已调取病案\"}", "If-Match", "\"1\""));
    done(inspector.post(file + "/tasks", "{\"tasks\":[{\"title\":\"访谈\"}]}", "If-Match", "\"2\""));
    var split =
        "{\"alertIds\":[\"%s\"],\"reason\":\"另案\",\"title\":\"另案\"}"
            .formatted(SampleAlert.of(4).id());
    done(inspector.post(file + "/split", split, "If-Match", "\"3\""));
    SERVICE.send(SampleAlert.of(0).version(2).alert());
    SERVICE.awaitTag(SampleAlert.of(0).id(), "\"2-3\"");
    var hotline = SERVICE.as("hotline");
    done(
        hotline.post(
            "/api/v1/reports",
            """
            {"reportId":"R1","channel":"WEBSITE","named":false,"subjectType":"OTHER",
             "category":"倒卖药品","text":"有人收药","rewardClaim":false}
            """));
    done(hotline.put("/api/v1/reports/R1/status", "{\"stage\":\"ACCEPTED\"}", "If-Match", "\"1\""));
    for (int month = 1; month <= 2; month++) {
      // The second month's surplus is worse than the first one's: it makes a notice.
      done(
          SERVICE
              .as("lead")
              .put(
                  "/api/v1/regions/3201/funds/EMPLOYEE/months/2026-0" + month,
                  """
                  {"incomeFen":100,"spendingFen":%d,"balanceFen":100,"budgetFen":1200,
                   "stage":"FLASH","source":"基金月报"}"""
                      .formatted(month * 90),
                  "If-Match",
                  "\"0\""));
    }
    var points =
        inspector.post(
            "/api/v1/points",
            """
            {"doctor":"D320100000011","institution":"H32010000001","region":"320102",
             "ground":"general","points":2,"responsibility":"MAIN","day":"2026-05-06","text":"一"}
            """,
            "Idempotency-Key",
            "p");
    var mark = "/api/v1/points/" + points.json().at("/mark/id").asText();
    done(
        SERVICE
            .as("lead")
            .post(mark + "/decision", "{\"granted\":true,\"reason\":\"属实\"}", "If-Match", "\"1\""));
  }

  private static String done(Http.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer.tag();
  }

  /** Every document of every index, byte for byte, by index and id. */
  private Map<String, Map<String, String>> documents() throws Exception {
    var documents = new TreeMap<String, Map<String, String>>();
    for (var index : indices()) {
      ask("POST", "/" + index + "/_refresh");
      var found = new TreeMap<String, String>();
      var answer = ask("GET", "/" + index + "/_search?size=10000&filter_path=hits.hits");
      for (var hit : answer.split("\\{\"_index\":", -1)) {
        var match = HIT.matcher(hit);
        if (match.find()) {
          found.put(match.group(1), match.group(2).replaceFirst("\\}(,|\\]\\}\\})$", ""));
        }
      }
      documents.put(index.substring(SERVICE.search().prefix().length()), found);
    }
    return documents;
  }

  private Set<String> indices() {
    var names = ask("GET", "/_cat/indices/" + SERVICE.search().prefix() + "*?h=index");
    return new TreeSet<>(names.lines().map(String::strip).toList());
  }

  private void deleteAll() {
    indices().forEach(index -> ask("DELETE", "/" + index));
  }

  private void delete(String index) {
    ask("DELETE", "/" + SERVICE.search().prefix() + index);
  }

  private String ask(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(SERVICE.search().url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }
}

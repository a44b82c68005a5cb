package org.fundwatch.alertapi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every creation does with its key. */
final class CreationsIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final int AT_ONCE = 6;
  private static final int ALERTS = 20;

  /** They read, and write down only that somebody did; what is taken comes back by itself. */
  private static final Set<String> CREATE_NOTHING =
      Set.of(
          "POST /api/v1/alerts/take-next",
          "POST /api/v1/alerts/{id}/reveal",
          "POST /api/v1/alerts/{id}/rows/reveal",
          "POST /api/v1/cases/{id}/reveal",
          "POST /api/v1/cases/{id}/reveal.xlsx",
          "POST /api/v1/reports/{id}/reveal");

  private static final Map<String, String> THINGS = new HashMap<>();

  @BeforeAll
  static void things() {
    for (int number = 0; number < ALERTS; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
      THINGS.put("alert" + number, SampleAlert.of(number).id());
    }
    SERVICE.awaitTotal(ALERTS);
    var clock = Clock.system(ShanghaiTime.ZONE);
    THINGS.put("tomorrow", LocalDate.now(clock).plusDays(1).toString());
    THINGS.put("soonMillis", String.valueOf(clock.millis() + Duration.ofDays(1).toMillis()));
    THINGS.put("name", "wuxi");
    pointsThatReachAMeasure();
  }

  private static void pointsThatReachAMeasure() {
    var points =
        """
        {"doctor":"D320100000012","institution":"H32010000001","region":"320102",
         "ground":"impersonation","points":9,"responsibility":"MAIN","day":"2026-05-01","text":"一"}
        """;
    var proposed = SERVICE.as("inspector").post("/api/v1/points", points);
    var path = "/api/v1/points/" + proposed.json().at("/mark/id").asText();
    var grant = "{\"granted\":true,\"reason\":\"属实\"}";
    var approved = SERVICE.as("lead").post(path + "/decision", grant, "If-Match", "\"1\"");
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
  }

  static List<CreationRow> rows() {
    return CreationRow.all();
  }

  /** A POST is a change, which needs If-Match, or a creation, which needs a key. */
  @Test
  void table_holdsEveryPostOfTheDocumentThatCreates() {
    var creations = new TreeSet<String>();
    var document = SERVICE.as("inspector").get("/v3/api-docs").json();
    document
        .at("/paths")
        .properties()
        .forEach(
            path -> {
              var post = path.getValue().at("/post");
              var endpoint = "POST " + path.getKey();
              if (!post.isMissingNode()
                  && header(post, "If-Match").isMissingNode()
                  && !CREATE_NOTHING.contains(endpoint)) {
                creations.add(endpoint);
                assertThat(header(post, "Idempotency-Key").at("/required").asBoolean())
                    .as("%s: a creation without @Once, or a change without @Seen", endpoint)
                    .isTrue();
              }
            });

    assertThat(rows().stream().map(CreationRow::endpoint).collect(Collectors.toSet()))
        .as("creations.csv against the API's document")
        .isEqualTo(creations);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void key_missingOrMalformed_isRefused(CreationRow row) {
    assertThat(found(row)).isEqualTo("nothing");
    assertThat(found(row, "Idempotency-Key", "")).isEqualTo("");
    assertThat(found(row, "Idempotency-Key", "a b")).isEqualTo("a b");
    assertThat(found(row, "Idempotency-Key", "k".repeat(101))).isEqualTo("101 characters");
    assertThat(found(row, "Idempotency-Key", "a", "Idempotency-Key", "b"))
        .isEqualTo("several headers");
  }

  @Test
  void request_again_isAnsweredAsTheFirstTime() throws Exception {
    var first = new LinkedHashMap<CreationRow, Http.Answer>();
    for (var row : rows()) {
      first.put(row, atOnce(row));
    }

    first.forEach((row, answer) -> assertThat(create(row)).as(row.endpoint()).isEqualTo(answer));
    first.keySet().forEach(CreationsIT::anotherRequestIsRefused);
    SERVICE.restart(() -> {});
    first.forEach((row, answer) -> assertThat(create(row)).as(row.endpoint()).isEqualTo(answer));
    first.keySet().forEach(CreationsIT::anotherUserHasAnotherKey);
  }

  /** Many at the same time, of which one creates: all are told of it. */
  private static Http.Answer atOnce(CreationRow row) throws Exception {
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var same = new ArrayList<Callable<Http.Answer>>();
      for (int i = 0; i < AT_ONCE; i++) {
        same.add(() -> create(row));
      }
      Http.Answer one = null;
      for (Future<Http.Answer> answer : pool.invokeAll(same)) {
        assertThat(answer.get().status()).as(answer.get().text()).isIn(200, 201);
        one = one == null ? answer.get() : one;
        assertThat(answer.get()).as(row.endpoint()).isEqualTo(one);
      }
      return one;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Http.Answer create(CreationRow row) {
    return SERVICE
        .as(row.user())
        .post(row.path(THINGS), row.body(THINGS), "Idempotency-Key", key(row));
  }

  private static void anotherRequestIsRefused(CreationRow row) {
    var http = SERVICE.as(row.user());
    var other = http.post(row.path(THINGS), row.otherBody(THINGS), "Idempotency-Key", key(row));
    assertThat(other.status()).as(other.text()).isEqualTo(422);
    assertThat(other.type()).startsWith("application/problem+json");
    assertThat(other.json().at("/detail").asText())
        .isEqualTo("Idempotency-Key: used before for another request; take a new one");
    assertThat(other.json().at("/differs").toString()).isEqualTo("[\"%s\"]".formatted(row.field()));
    assertThat(CreationRow.isQuotedIn(other.text())).isFalse();
  }

  private static void anotherUserHasAnotherKey(CreationRow row) {
    var http = SERVICE.as(row.another());
    var other = http.post(row.path(THINGS), row.otherBody(THINGS), "Idempotency-Key", key(row));
    // The alert may be in a case by now, the report known: but the key is not in the way.
    assertThat(other.status()).as(other.text()).isIn(200, 201, 400, 409);
    assertThat(other.text()).doesNotContain("Idempotency-Key");
  }

  @Test
  void key_usedElsewhere_isRefused() {
    var http = SERVICE.as("lead");
    var until = THINGS.get("soonMillis");
    var body = "{\"region\":\"3202\",\"until\":%s,\"reason\":\"协查\"}".formatted(until);
    var first = http.post("/api/v1/users/li/grants", body, "Idempotency-Key", "elsewhere");
    var second = http.post("/api/v1/users/zhao/grants", body, "Idempotency-Key", "elsewhere");

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.json().at("/differs").toString()).isEqualTo("[\"path\"]");
  }

  @Test
  void request_refused_mayComeAgainWithItsKey() {
    var http = SERVICE.as("inspector");
    var wrong = "{\"title\":\"核查\",\"alertIds\":[\"A0\"]}";
    var right = "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(THINGS.get("alert9"));

    assertThat(http.post("/api/v1/cases", wrong, "Idempotency-Key", "again").status())
        .isEqualTo(400);
    assertThat(http.post("/api/v1/cases", right, "Idempotency-Key", "again").status())
        .isEqualTo(201);
  }

  private static String found(CreationRow row, String... headers) {
    var request =
        SERVICE
            .as(row.user())
            .request(row.path(THINGS))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(row.body(THINGS)));
    var answer = Http.send(headers.length == 0 ? request : request.headers(headers));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    var fault = answer.json().at("/faults/0");
    assertThat(fault.at("/field").asText()).isEqualTo("Idempotency-Key");
    assertThat(fault.at("/allowed").asText())
        .isEqualTo("1 to 100 visible ASCII characters, new for each new request");
    return fault.at("/found").asText();
  }

  private static JsonNode header(JsonNode operation, String name) {
    for (var parameter : operation.at("/parameters")) {
      if (parameter.at("/name").asText().equals(name)
          && parameter.at("/in").asText().equals("header")) {
        return parameter;
      }
    }
    return operation.at("/none");
  }

  private static String key(CreationRow row) {
    return "all-" + row.endpoint().replace(' ', '-');
  }
}

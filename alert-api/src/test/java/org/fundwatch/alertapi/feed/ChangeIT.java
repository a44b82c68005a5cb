package org.fundwatch.alertapi.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChangeIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void stream_tellsOfAnAlertThatASearchFinds() throws Exception {
    try (var line = new Line("inspector", "")) {
      line.await("ready");
      var alert = SampleAlert.of(1);

      SERVICE.send(alert.alert());

      var told = line.await("alert", alert.id());
      assertThat(told.data().at("/etag").asText()).isEqualTo("\"1-0\"");
      var http = SERVICE.as("inspector");
      assertThat(http.get("/api/v1/alerts?size=200").json().at("/items").findValuesAsText("id"))
          .contains(alert.id());

      var assigned =
          http.post(
              "/api/v1/alerts/" + alert.id() + "/assign",
              "{\"assignee\":\"inspector\"}",
              "If-Match",
              "\"1-0\"");
      assertThat(assigned.status()).isEqualTo(200);
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(line.events())
                      .anySatisfy(
                          event -> {
                            assertThat(event.data().at("/id").asText()).isEqualTo(alert.id());
                            assertThat(event.data().at("/etag").asText()).isEqualTo("\"1-1\"");
                            assertThat(event.data().at("/state").asText()).isEqualTo("ASSIGNED");
                          }));

      var opening = "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(alert.id());
      var opened = http.post("/api/v1/cases", opening);
      line.await("case", opened.json().at("/file/id").asText());
    }
  }

  @Test
  void stream_isSilentAboutOtherRegions() throws Exception {
    try (var nation = new Line("inspector", "");
        var wuxi = new Line("wuxi", "")) {
      nation.await("ready");
      wuxi.await("ready");
      var here = SampleAlert.of(11).institution(SampleAlert.PHARMACY);
      var elsewhere = SampleAlert.of(12);

      SERVICE.send(elsewhere.alert(), here.alert());

      nation.await("alert", elsewhere.id());
      wuxi.await("alert", here.id());
      assertThat(wuxi.events()).noneMatch(e -> e.data().at("/id").asText().equals(elsewhere.id()));
    }
  }

  @Test
  void stream_openWhenALoanEnds_isSilentFromThenOn() throws Exception {
    var admin = SERVICE.as("admin");
    long until = Clock.systemUTC().millis() + Duration.ofDays(1).toMillis();
    var lent =
        admin.post(
            "/api/v1/users/wuxi/grants",
            "{\"region\":\"3201\",\"until\":%d,\"reason\":\"飞行检查\"}".formatted(until),
            "Idempotency-Key",
            "feed-1");
    assertThat(lent.status()).as(lent.text()).isEqualTo(201);
    try (var nation = new Line("inspector", "");
        var wuxi = new Line("wuxi", "")) {
      nation.await("ready");
      wuxi.await("ready");
      var during = SampleAlert.of(31);
      SERVICE.send(during.alert());
      wuxi.await("alert", during.id());

      var ended =
          admin.post(
              "/api/v1/users/wuxi/grants/1/end", "{\"reason\":\"检查结束\"}", "If-Match", lent.tag());
      assertThat(ended.status()).as(ended.text()).isEqualTo(200);
      var after = SampleAlert.of(32);
      var own = SampleAlert.of(33).institution(SampleAlert.PHARMACY);
      SERVICE.send(after.alert());
      nation.await("alert", after.id());
      SERVICE.send(own.alert());

      wuxi.await("alert", own.id());
      assertThat(wuxi.events()).noneMatch(e -> e.data().at("/id").asText().equals(after.id()));
    }
  }

  @Test
  void stream_takenUpAgain_tellsWhatWasMissed() throws Exception {
    String last;
    try (var line = new Line("lead", "")) {
      last = line.await("ready").id();
    }
    var missed = SampleAlert.of(21);
    SERVICE.send(missed.alert());
    SERVICE.awaitIndexed();

    try (var line = new Line("lead", last)) {
      assertThat(line.await("alert", missed.id()).id()).isNotEqualTo(last);
      line.await("ready");
    }
    try (var line = new Line("lead", "nonsense")) {
      line.await("reset");
    }
  }

  @Test
  void streams_beyondFive_areRefused() throws Exception {
    var lines = new CopyOnWriteArrayList<Line>();
    try {
      for (int i = 0; i < 5; i++) {
        lines.add(new Line("li", ""));
      }
      assertThat(SERVICE.as("li").get("/api/v1/changes").status()).isEqualTo(429);
    } finally {
      for (var line : lines) {
        line.close();
      }
    }
    assertThat(SERVICE.as("auditor").get("/api/v1/changes").status()).isEqualTo(403);
  }

  /** An event of the stream. */
  private record Event(String id, String name, JsonNode data) {}

  /** An open stream. */
  private static final class Line implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private String id = "";
    private String name = "";

    Line(String user, String last) throws IOException, InterruptedException {
      var request = new Http(SERVICE.url(), user).request("/api/v1/changes");
      if (!last.isEmpty()) {
        request.header("Last-Event-ID", last);
      }
      var answer =
          HttpClient.newHttpClient()
              .send(
                  request.timeout(Duration.ofMinutes(5)).build(),
                  HttpResponse.BodyHandlers.ofLines());
      assertThat(answer.statusCode()).isEqualTo(200);
      lines = answer.body();
      var reading = new Thread(this::read, "line of " + user);
      reading.setDaemon(true);
      reading.start();
    }

    List<Event> events() {
      return events;
    }

    Event await(String wanted) {
      return awaitAny(event -> event.name().equals(wanted));
    }

    Event await(String wanted, String about) {
      return awaitAny(
          event -> event.name().equals(wanted) && event.data().at("/id").asText().equals(about));
    }

    private Event awaitAny(java.util.function.Predicate<Event> wanted) {
      org.awaitility.Awaitility.await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(events).anyMatch(wanted));
      return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    private void read() {
      try {
        lines.forEach(this::take);
      } catch (RuntimeException e) {
        // Closed.
        name = "";
      }
    }

    private void take(String line) {
      if (line.startsWith("id:")) {
        id = line.substring(3);
      } else if (line.startsWith("event:")) {
        name = line.substring(6);
      } else if (line.startsWith("data:")) {
        try {
          events.add(new Event(id, name, new ObjectMapper().readTree(line.substring(5))));
        } catch (IOException e) {
          throw new IllegalStateException(line, e);
        }
      }
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}

package org.fundwatch.alertapi.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.Http.Answer;
import org.fundwatch.alertapi.testing.MovedClock;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;

/** One thing under way: where it is, who makes it, and what the table's placeholders become. */
final class Making {
  /** Who decides, of the nation; nobody of the walk. */
  static final String LEAD = "zhao";

  /** Who puts forward what others decide, of the nation. */
  static final String INSPECTOR = "li";

  private final ServiceExtension service;
  private final MovedClock clock;
  private final Place place;
  private final int number;
  private final String own;
  private final Supplier<String> alerts;
  private final Map<String, String> values = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param number of the thing, which no other has
   * @param own who makes what has to be the asker's own
   * @param alerts of the place that nothing was made of
   */
  Making(
      ServiceExtension service,
      MovedClock clock,
      Place place,
      int number,
      String own,
      Supplier<String> alerts) {
    this.service = service;
    this.clock = clock;
    this.place = place;
    this.number = number;
    this.own = own;
    this.alerts = alerts;
    var today = today();
    put("key", "key-%05d".formatted(number));
    put("region", place.prefix());
    put("division", place.region());
    put("institution", place.hospital().code());
    put("pharmacy", place.pharmacy().code());
    put("hospital", place.hospital().name());
    put("password", URLEncoder.encode(ServiceSettings.PASSWORD, UTF_8));
    put("today", today.toString());
    put("year", String.valueOf(today.getYear()));
    put("tomorrow", today.plusDays(1).toString());
    put("nextYear", today.plusDays(300).toString());
    put("later", String.valueOf(clock.millis() + Duration.ofDays(1).toMillis()));
    put("name", "wuxi");
    put("number", "1");
    put("task", "1-1");
    put("tag", "\"1-0\"");
  }

  Map<String, String> values() {
    return values;
  }

  Place place() {
    return place;
  }

  int number() {
    return number;
  }

  /** Who makes what has to be the asker's own. */
  String own() {
    return own;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  void ahead(Duration by) {
    clock.ahead(by);
  }

  String get(String name) {
    return values.get(name);
  }

  Making put(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** An alert of the place, new to all, is what it is about. */
  Making alert() {
    put("alert", alerts.get());
    return put("id", get("alert"));
  }

  /** The settlement comes that the alert points at. */
  void settlement() {
    var evidence = as("inspector").get("/api/v1/alerts/" + get("alert")).json().at("/timeline");
    for (var cited : evidence) {
      if (cited.at("/kind").asText().equals("SETTLEMENT")) {
        service.send(SampleRow.of(cited.at("/id").asText(), "M-other").row());
      }
    }
    service.awaitRows(get("alert"), 1);
  }

  /** Another one. */
  String other() {
    return values.computeIfAbsent("other", key -> alerts.get());
  }

  Http as(String user) {
    return service.as(user);
  }

  /** Posts on what was seen last, which has to succeed, and keeps what is seen now. */
  Answer post(String user, String path, String json) {
    return send(user, "POST", path, "application/json", json);
  }

  /** Puts in the same way. */
  Answer put(String user, String path, String json) {
    return send(user, "PUT", path, "application/json", json);
  }

  /** The same with a body of any type. */
  Answer send(String user, String method, String path, String type, String body) {
    HttpRequest.Builder request =
        as(user)
            .request(path)
            .header("Content-Type", type)
            .header("If-Match", get("tag"))
            .header("Idempotency-Key", "made-%d-%d".formatted(number, path.hashCode()))
            .method(method, BodyPublishers.ofString(body));
    var answer = Http.send(request);
    assertThat(answer.status()).as("%s %s: %s", user, path, answer.text()).isBetween(200, 201);
    put("tag", answer.tag());
    return answer;
  }
}

package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.testing.Browser;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.MovedClock;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every endpoint, of the API and of the pages, with every role, asking about a real thing of
 * their own region, of one below, beside and above, by the table endpoints.csv. Every request is
 * one that can succeed. An endpoint that is not in the table fails.
 */
final class EndpointsIT {
  /** What is not ours to map, and has to be guarded all the same. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "POST /login",
          "POST /logout",
          "GET /fundwatch.css",
          "GET /fundwatch.svg",
          "GET /actuator/health",
          "GET /actuator/prometheus",
          "GET /actuator/mappings",
          "GET /v3/api-docs",
          "GET /swagger-ui/index.html");

  private static final String CLOCK = "walk";

  @RegisterExtension static final ServiceExtension SERVICE = service();

  private static final List<EndpointRow> ROWS = EndpointRow.all();
  private static final Things THINGS = new Things(SERVICE, MovedClock.of(CLOCK));
  private static final Map<String, Browser> BROWSERS = new HashMap<>();
  private static int keys;

  @BeforeAll
  static void begin() {
    THINGS.begin();
  }

  @Test
  void table_holdsEveryEndpoint() {
    var table = new TreeSet<String>();
    ROWS.forEach(row -> table.add(row.endpoint()));
    var mapped = new TreeSet<>(mapped());
    mapped.addAll(NOT_OURS);

    assertThat(table)
        .as("endpoints.csv against the mappings of the running service")
        .isEqualTo(mapped);
    assertThat(ROWS).as("one line each").hasSameSizeAs(table);
  }

  /** All, or with {@code -Dwalk=/points} those that it is found in: for who changes a few. */
  static List<EndpointRow> rows() {
    var wanted = Pattern.compile(System.getProperty("walk", "")).asPredicate();
    return ROWS.stream().filter(row -> wanted.test(row.endpoint())).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endpoint_everyRoleAndPlace_answersAsTheTableSays(EndpointRow row) {
    var wrong = new TreeSet<String>();
    var nobody = THINGS.make(row.thing(), Place.OWN, "", false);
    int closed = row.page() ? 302 : 401;
    expect(row, "", nobody, row.open() ? row.inside().common() : closed, "", wrong);
    for (var role : ServiceSettings.ROLES) {
      var user = role + "-" + Place.HERE;
      if (!row.may(role)) {
        // Refused before anything is looked at: one thing is enough.
        expect(row, user, nobody, 403, "", wrong);
        expect(row, role, nobody, 403, "", wrong);
        continue;
      }
      for (var place : Place.values()) {
        var thing = THINGS.make(row.thing(), place, user, place.inside() || !row.regional());
        var answers = place.inside() ? row.inside() : row.outside();
        boolean all = role.equals("admin") || row.outside().others().containsKey(place.word());
        var shown = place.inside() ? "+" : all ? "" : "-";
        expect(row, user, thing, answers.of(role, place), shown, wrong);
      }
      var above = THINGS.make(row.thing(), Place.ABOVE, role, true);
      expect(row, role, above, row.nation().of(role, Place.ABOVE), "+", wrong);
    }
    assertThat(wrong).as(row.endpoint()).isEmpty();
  }

  /**
   * Asks.
   *
   * @param shown + when a successful answer has to hold what the row shows, - when it must not
   */
  private static void expect(
      EndpointRow row,
      String user,
      Map<String, String> thing,
      int status,
      String shown,
      Set<String> wrong) {
    var answer = ask(row, user, thing);
    var where = "'%s' of %s".formatted(user, thing.get("region"));
    if (answer.status() != status) {
      var text = answer.text();
      wrong.add(
          "%s: %d, not %d: %s"
              .formatted(
                  where, answer.status(), status, text.substring(0, Math.min(300, text.length()))));
    } else if (!row.shows().isEmpty() && answer.status() < 300 && !shown.isEmpty()) {
      var text = filled(row.shows(), thing);
      if (answer.text().contains(text) != shown.equals("+")) {
        wrong.add(
            "%s: '%s' is %s".formatted(where, text, shown.equals("+") ? "not shown" : "shown"));
      }
    }
  }

  private record Answer(int status, String text) {}

  private static Answer ask(EndpointRow row, String user, Map<String, String> thing) {
    var path = filled(row.target(), thing);
    var body = filled(row.body(), thing);
    if (row.page()) {
      var browser = BROWSERS.computeIfAbsent(user, name -> Browser.of(SERVICE.url(), name));
      var answer = browser.send(row.method(), path, body);
      if (row.method().equals("POST") && Set.of("/login", "/logout").contains(path)) {
        BROWSERS.remove(user);
      }
      return new Answer(answer.statusCode(), answer.body());
    }
    keys++;
    var request =
        new Http(SERVICE.url(), user)
            .request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", thing.get("tag"))
            .header("Idempotency-Key", "walk-" + keys)
            .method(
                row.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (row.endpoint().equals("GET /api/v1/changes")) {
      // It goes on for ever.
      return new Answer(Http.status(request), "");
    }
    var answer = Http.send(request);
    return new Answer(answer.status(), answer.text());
  }

  private static String filled(String text, Map<String, String> thing) {
    var filled = text;
    for (var value : thing.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** Endpoints of ours, as Spring maps them. */
  private static Set<String> mapped() {
    var endpoints = new HashSet<String>();
    var mappings = SERVICE.as("admin").get("/actuator/mappings").json();
    for (var handler : mappings.findValues("details")) {
      if (handler.at("/handlerMethod/className").asText().startsWith("org.fundwatch.")) {
        for (var path : handler.at("/requestMappingConditions/patterns")) {
          for (var method : handler.at("/requestMappingConditions/methods")) {
            endpoints.add(method.asText() + " " + path.asText());
          }
        }
      }
    }
    return endpoints;
  }

  private static ServiceExtension service() {
    var service =
        new ServiceExtension()
            .with("management.endpoints.web.exposure.include", "health,prometheus,mappings")
            .with("fundwatch.http.requests-per-second", "10000")
            .with("fundwatch.http.burst", "10000")
            .with("fundwatch.triage.recheck-share", "1")
            .with(MovedClock.SETTING, CLOCK)
            .with("fundwatch.evidence.folder", folder("evidence").toString())
            .with("fundwatch.procedure.folder", noticeOfADay().toString());
    ServiceSettings.ROLES.forEach(
        role -> service.withUser(role + "-" + Place.HERE, role, Place.HERE));
    return service;
  }

  private static Path folder(String name) {
    try {
      return Files.createTempDirectory("fundwatch-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hearing that needs one day of notice, by which the walk moves the clock on. */
  private static Path noticeOfADay() {
    try {
      var table =
          """
          key,region,from,to,value,unit,provenance,source
          hearing.notice,,,,1,DAYS,proposal,测试
          """;
      return Files.writeString(folder("terms").resolve("terms.csv"), table).getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

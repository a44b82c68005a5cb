package org.fundwatch.alertapi.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.security.EndpointRow;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the API's document against everything that a client can do wrong. */
final class BadInputWalkIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.http.requests-per-second", "100000")
          .with("fundwatch.http.burst", "100000")
          .with("fundwatch.evidence.folder", folder().toString())
          .withUser("far", "inspector,lead,legal-reviewer,hotline,custodian,auditor", "65");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.|\\b(?:org|java|javax|jakarta|tools|com|co)\\.[a-z]\\w*\\.\\w");
  private static final Map<String, String> THINGS = new HashMap<>();
  private static final Map<String, String> USERS = new HashMap<>();
  private static final Map<String, String> BODIES = new HashMap<>();
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static final Map<String, String> TAGS = new HashMap<>();
  private static final List<String> FAILURES = new ArrayList<>();

  @BeforeAll
  static void things() {
    for (int number = 0; number < 20; number++) {
      SERVICE.send(SampleAlert.of(number).alert());
      THINGS.put("alert" + number, SampleAlert.of(number).id());
    }
    SERVICE.awaitTotal(20);
    var clock = Clock.system(ShanghaiTime.ZONE);
    THINGS.put("tomorrow", LocalDate.now(clock).plusDays(1).toString());
    THINGS.put("soonMillis", String.valueOf(clock.millis() + 86_400_000));
    THINGS.put("name", "wuxi");
    THINGS.put("user", "inspector");
    THINGS.put("alerts", SampleAlert.of(0).id());
    THINGS.put("alert", SampleAlert.of(0).id());
    THINGS.put("other", SampleAlert.of(4).id());
    THINGS.put("institution", SampleAlert.HOSPITAL.code());
    THINGS.put("pharmacy", SampleAlert.PHARMACY.code());
    THINGS.put("region", "3201");
    THINGS.put("division", SampleAlert.HOSPITAL.region());
    THINGS.put("code", "D320100000011");
    THINGS.put("today", LocalDate.now(clock).toString());
    THINGS.put("year", String.valueOf(LocalDate.now(clock).getYear()));
    THINGS.put("nextYear", LocalDate.now(clock).plusDays(300).toString());
    THINGS.put("later", THINGS.get("soonMillis"));
    for (var row : EndpointRow.all()) {
      USERS.put(row.endpoint(), row.roles().iterator().next());
      BODIES.put(row.endpoint(), row.body());
    }
    for (var row : CreationRow.all()) {
      USERS.put(row.endpoint(), row.user());
      BODIES.put(row.endpoint(), row.body());
      var made = SERVICE.as(row.user()).post(row.path(THINGS), row.body(THINGS));
      if (made.status() >= 400) {
        // Some need what only their own tests make; CreationsIT sees that they can be made.
        continue;
      }
      var id = List.of("/file/id", "/id", "/suppression/id", "/content/reportId");
      id.stream()
          .map(pointer -> made.json().at(pointer))
          .filter(JsonNode::isTextual)
          .findFirst()
          .ifPresent(found -> THINGS.putIfAbsent(row.endpoint().split("/", -1)[3], found.asText()));
    }
  }

  static List<Operation> operations() {
    return Operation.all(SERVICE.as("inspector").get("/v3/api-docs").json());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_nothingBreaksIt(Operation operation) {
    FAILURES.clear();
    if (operation.hasBody()) {
      bodies(operation);
      fields(operation);
    }
    addresses(operation);
    headers(operation);
    people(operation);
    assertThat(FAILURES).as("%d faults", FAILURES.size()).isEmpty();
  }

  private void bodies(Operation operation) {
    for (var body : Nasty.BODIES) {
      expect(400, send(operation, body), body);
    }
    var huge = "{\"a\":\"%s\"}".formatted("x".repeat(1_100_000));
    expect(413, send(operation, huge), "a body beyond the limit");
    var notUtf8 = new byte[] {'{', '"', (byte) 0xff, '"', ':', '"', (byte) 0xc0, '"', '}'};
    var request = request(operation, path(operation));
    expect(
        400, Http.send(with(request, operation, BodyPublishers.ofByteArray(notUtf8))), "no UTF-8");
    for (var type :
        List.of("text/plain", "application/xml", "text/html", "x", "multipart/form-data")) {
      var other =
          request(operation, path(operation))
              .setHeader("Content-Type", type)
              .method(operation.method(), BodyPublishers.ofString(body(operation)));
      expect(415, Http.send(other), "Content-Type " + type);
    }
  }

  private void fields(Operation operation) {
    field(operation, "foreign", "1", true);
    for (var name : operation.required()) {
      var without = object(operation);
      without.remove(name);
      expectFault(send(operation, without.toString()), name, "missing " + name);
      field(operation, name, "null", true);
    }
    for (var field : operation.fields()) {
      for (var wrong : Nasty.WRONG.getOrDefault(field.type(), List.of())) {
        field(operation, field.name(), wrong, true);
      }
      for (var nasty : field.type().equals("integer") ? Nasty.NUMBERS : Nasty.TEXTS) {
        field(operation, field.name(), nasty, false);
      }
      field(operation, field.name(), "[" + String.join(",", Nasty.TEXTS) + "]", false);
      field(operation, field.name(), "[null]", false);
      field(operation, field.name(), "[".repeat(5_000) + "]".repeat(5_000), false);
    }
  }

  private void field(Operation operation, String name, String value, boolean fault) {
    var body = object(operation);
    body.putRawValue(name, new RawValue(value));
    var answer = send(operation, body.toString());
    var what = name + " = " + value;
    if (fault) {
      expectFault(answer, name, what);
    } else {
      check(answer, what);
    }
  }

  private void addresses(Operation operation) {
    if (operation.path().endsWith("/changes")) {
      return;
    }
    for (var nasty : Nasty.ENCODED) {
      for (var name : operation.query()) {
        visit(operation, path(operation) + "?" + name + "=" + nasty, name + "=" + nasty);
      }
      var placeholder = Pattern.compile("\\{[^}]*}").matcher(operation.path());
      while (placeholder.find()) {
        var path =
            filled(operation.path().substring(0, placeholder.start()), operation)
                + nasty
                + filled(operation.path().substring(placeholder.end()), operation);
        visit(operation, path, placeholder.group() + "=" + nasty);
      }
    }
    if (operation.query().contains("cursor")) {
      Nasty.CURSORS.forEach(
          cursor -> visit(operation, path(operation) + "?cursor=" + cursor, "cursor " + cursor));
    }
    visit(operation, path(operation) + "?foreign=1", "a foreign parameter");
    visit(operation, path(operation) + "?%ff", "a query that is no UTF-8");
  }

  private void headers(Operation operation) {
    var names = new ArrayList<>(operation.headers());
    names.addAll(List.of("Accept-Language", "Range", "If-None-Match"));
    for (var name : names) {
      for (var value : Nasty.HEADERS) {
        var request = request(operation, path(operation)).setHeader(name, value);
        check(send(request, operation), name + ": " + value);
      }
    }
  }

  private void people(Operation operation) {
    for (var authorization :
        List.of("Bearer x", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic %%%", "Basic ", "Digest x")) {
      var request = request(operation, path(operation)).setHeader("Authorization", authorization);
      expect(401, send(request, operation), authorization);
    }
    // Somebody of far away, who may do the like there.
    var far = request(operation, path(operation), "far");
    check(send(far, operation), "somebody of another region");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("fundwatch-walk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- requests
  // ----------------------------------------------------------------------------------

  private static void visit(Operation operation, String path, String what) {
    HttpRequest.Builder request;
    try {
      request = request(operation, path);
    } catch (IllegalArgumentException e) {
      fail("the test's own mistake: " + path, e);
      return;
    }
    check(send(request, operation), what);
  }

  private static Http.Answer send(Operation operation, String body) {
    var request = request(operation, path(operation));
    return Http.send(with(request, operation, BodyPublishers.ofString(body, UTF_8)));
  }

  private static Http.Answer send(HttpRequest.Builder request, Operation operation) {
    var sent =
        with(
            request,
            operation,
            operation.hasBody()
                ? BodyPublishers.ofString(body(operation))
                : BodyPublishers.noBody());
    return operation.path().endsWith("/changes")
        ? new Http.Answer(Http.status(sent), "", "application/problem+json", "{\"type\":\"\"}")
        : Http.send(sent);
  }

  private static HttpRequest.Builder with(
      HttpRequest.Builder request, Operation operation, BodyPublisher body) {
    return request.method(operation.method(), body);
  }

  private static HttpRequest.Builder request(Operation operation, String path) {
    return request(operation, path, USERS.get(operation.endpoint()));
  }

  /** With the key or the tag that it needs to go through. */
  private static HttpRequest.Builder request(Operation operation, String path, String user) {
    var request = SERVICE.as(user).request(path);
    if (operation.hasBody()) {
      request.header("Content-Type", "application/json");
    }
    if (operation.headers().contains("If-Match")) {
      request.header("If-Match", TAGS.computeIfAbsent(operation.kind(), BadInputWalkIT::tag));
    }
    if (operation.headers().contains("Idempotency-Key")) {
      request.header("Idempotency-Key", "walk-" + KEYS.incrementAndGet());
    }
    return request;
  }

  /** Of the thing of a kind as it is now. */
  private static String tag(String kind) {
    var thing = SERVICE.as("lead").get("/api/v1/%s/%s".formatted(kind, THINGS.get(kind)));
    return thing.tag().isEmpty() ? "\"1\"" : thing.tag();
  }

  private static String path(Operation operation) {
    return filled(operation.path(), operation);
  }

  private static String filled(String path, Operation operation) {
    return path.replace("{id}", THINGS.getOrDefault(operation.kind(), "none"))
        .replace("{name}", "wuxi")
        .replace("{fund}", "EMPLOYEE")
        .replace("{month}", "2025-01")
        .replaceAll("\\{[^}]*}", "1");
  }

  private static String body(Operation operation) {
    var text = BODIES.getOrDefault(operation.endpoint(), "");
    for (var thing : THINGS.entrySet()) {
      text = text.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return text.isEmpty() ? operation.example() : text;
  }

  private static ObjectNode object(Operation operation) {
    try {
      return (ObjectNode) JSON.readTree(body(operation));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(operation.endpoint() + ": " + body(operation), e);
    }
  }

  // ---- what may be answered
  // ------------------------------------------------------------------------

  private static void expect(int status, Http.Answer answer, String what) {
    if (answer.status() != status) {
      note(answer, what, "%d expected".formatted(status));
    }
    check(answer, what);
  }

  private static void expectFault(Http.Answer answer, String field, String what) {
    expect(400, answer, what);
    if (answer.status() == 400
        // A number beyond all numbers has a place, and no field yet.
        && !answer.json().path("detail").asText().contains("at line")
        && !answer.json().at("/faults").findValuesAsText("field").stream()
            .anyMatch(found -> found.startsWith(field))) {
      note(answer, what, "no fault of '%s'".formatted(field));
    }
  }

  private static void check(Http.Answer answer, String what) {
    if (answer.status() >= 500) {
      note(answer, what, "below 500 expected");
    }
    if (answer.status() < 400) {
      // Things may have changed.
      TAGS.clear();
      return;
    }
    if (!answer.type().startsWith("application/problem+json")) {
      note(answer, what, "application/problem+json expected, not '%s'".formatted(answer.type()));
    } else if (answer.json().path("type").isMissingNode()) {
      note(answer, what, "a type expected");
    }
    if (INSIDES.matcher(answer.text()).find()) {
      note(answer, what, "shows our insides");
    }
  }

  private static void note(Http.Answer answer, String what, String expected) {
    FAILURES.add(
        "%s: %s, was %d %s"
            .formatted(shown(what), expected, answer.status(), shown(answer.text())));
  }

  /** In ASCII: not all that is sent can be written into a report. */
  private static String shown(String text) {
    return text.chars()
        .limit(200)
        .mapToObj(c -> c >= ' ' && c <= '~' ? String.valueOf((char) c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}

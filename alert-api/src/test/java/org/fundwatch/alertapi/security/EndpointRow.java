package org.fundwatch.alertapi.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * A line of endpoints.csv: {@code method path | roles | inside | outside | nation | body}.
 *
 * @param endpoint method and path with its placeholders
 * @param roles that may come in
 * @param inside what somebody of a region is answered about something of it
 * @param outside what they are answered about something of another
 * @param nation what somebody of the nation is answered
 * @param bodyText with placeholders such as {alerts} and {user}, empty for none
 */
public record EndpointRow(
    String endpoint, Set<String> roles, int inside, int outside, int nation, String bodyText) {

  public static List<EndpointRow> all() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EndpointRow.class.getResourceAsStream("endpoints.csv")),
                UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(EndpointRow::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EndpointRow parse(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new EndpointRow(
        cells.get(0),
        Set.of(cells.get(1).split(" ", -1)),
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        Integer.parseInt(cells.get(4)),
        cells.get(5));
  }

  String method() {
    return endpoint.substring(0, endpoint.indexOf(' '));
  }

  /** The path, its first placeholder filled with the thing of its kind. */
  String path(Map<String, String> things) {
    var path = endpoint.substring(endpoint.indexOf(' ') + 1);
    var kind = path.split("/", -1)[3];
    return path.replaceFirst("\\{id}", things.getOrDefault(kind, "none"))
        .replace("{name}", "li")
        .replaceAll("\\{[^}]*}", "1");
  }

  /** A tag that nothing has any more. */
  String outdatedTag() {
    return endpoint.contains("/alerts/") ? "\"0-0\"" : "\"0\"";
  }

  BodyPublisher body(Map<String, String> things, String user) {
    var text = bodyText.replace("{user}", user).replace("{tomorrow}", tomorrow());
    for (var thing : things.entrySet()) {
      text = text.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
  }

  private static String tomorrow() {
    return LocalDate.now(Clock.system(ShanghaiTime.ZONE)).plusDays(1).toString();
  }

  @Override
  public String toString() {
    return endpoint;
  }
}

package org.fundwatch.alertapi.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line of creations.csv: {@code method path | user | another user | field | body}.
 *
 * @param endpoint method and path with its placeholders
 * @param user who creates
 * @param another who creates as well
 * @param field that holds {@code "x"} and is changed for another request
 * @param body with placeholders
 */
record CreationRow(String endpoint, String user, String another, String field, String body) {
  private static final String VALUE = "甲乙丙";
  private static final String OTHER = "丁戊己";

  static List<CreationRow> all() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CreationRow.class.getResourceAsStream("creations.csv")),
                UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(CreationRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CreationRow of(String line) {
    var cells = line.split(" *\\| *", 5);
    return new CreationRow(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }

  String path(Map<String, String> things) {
    return filled(endpoint.substring(endpoint.indexOf(' ') + 1), things);
  }

  /** The body; its text is one that nothing else in an answer can hold. */
  String body(Map<String, String> things) {
    return filled(body, things).replace("\"x\"", '"' + VALUE + '"');
  }

  /** Another body. */
  String otherBody(Map<String, String> things) {
    return filled(body, things).replace("\"x\"", '"' + OTHER + '"');
  }

  /** True when a text quotes a body. */
  static boolean isQuotedIn(String text) {
    return text.contains(VALUE) || text.contains(OTHER);
  }

  private static String filled(String text, Map<String, String> things) {
    var filled = text;
    for (var thing : things.entrySet()) {
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return endpoint;
  }
}

package org.fundwatch.alertapi.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A line of endpoints.csv, which says at its top what the cells are.
 *
 * @param method of the request
 * @param target path and query with placeholders
 * @param roles that may come in; everybody, signed in or not, for {@value #EVERYBODY}
 * @param thing what it is asked about, see {@link Things}; begins with {@value #NOTHING} for what
 *     has no region
 * @param inside answers about something of the region or below
 * @param outside answers about something beside or above
 * @param nation answers to somebody of the nation about something above
 * @param shows what successful answers hold inside and never outside, empty for nothing
 * @param body with placeholders, empty for none
 */
public record EndpointRow(
    String method,
    String target,
    Set<String> roles,
    String thing,
    Answers inside,
    Answers outside,
    Answers nation,
    String shows,
    String body) {
  static final String EVERYBODY = "everybody";
  static final String NOTHING = "-";
  private static final int CELLS = 8;

  /**
   * Statuses.
   *
   * @param common for all who are not named
   * @param others by role, or by place
   */
  public record Answers(int common, Map<String, Integer> others) {
    static Answers parse(String text) {
      var words = text.split(" ", -1);
      var others = new HashMap<String, Integer>();
      Arrays.stream(words)
          .skip(1)
          .map(word -> word.split("=", -1))
          .forEach(pair -> others.put(pair[0], Integer.valueOf(pair[1])));
      return new Answers(Integer.parseInt(words[0]), others);
    }

    int of(String role, Place place) {
      return others.getOrDefault(role, others.getOrDefault(place.word(), common));
    }
  }

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

  static EndpointRow parse(String line) {
    var cells = Arrays.stream(line.split("\\|", CELLS)).map(String::strip).toList();
    if (cells.size() != CELLS) {
      throw new IllegalArgumentException(
          "endpoints.csv: '%s': %d cells; %d as its top says, each filled as far as it can be"
              .formatted(line, cells.size(), CELLS));
    }
    var endpoint = cells.get(0).split(" ", 2);
    var inside = Answers.parse(cells.get(3));
    return new EndpointRow(
        endpoint[0],
        endpoint[1],
        Set.of(cells.get(1).split(" ", -1)),
        cells.get(2),
        inside,
        Answers.parse(cells.get(4)),
        cells.get(5).isEmpty() ? inside : Answers.parse(cells.get(5)),
        cells.get(6),
        cells.get(7));
  }

  /** As Spring maps it. */
  public String endpoint() {
    return method + " " + target.replaceFirst("\\?.*", "");
  }

  /** False for what is the same in all regions. */
  boolean regional() {
    return !thing.startsWith(NOTHING);
  }

  boolean open() {
    return roles.contains(EVERYBODY);
  }

  boolean may(String role) {
    return open() || roles.contains(role);
  }

  /** True for what people ask with a browser, and a session. */
  boolean page() {
    return !target.matches("/(api|actuator|v3|swagger-ui).*");
  }

  @Override
  public String toString() {
    return endpoint();
  }
}

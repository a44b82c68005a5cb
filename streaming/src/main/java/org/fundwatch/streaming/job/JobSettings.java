package org.fundwatch.streaming.job;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a {@link JobConfig} from named texts: {@code --name=value} arguments win over environment
 * variables {@code FUNDWATCH_NAME} (capitals, dots and dashes as underscores), which win over the
 * defaults. Settings of the Kafka clients, passwords among them, come in by variables such as
 * {@code FUNDWATCH_KAFKA_CLIENT_SASL_JAAS_CONFIG}. Every mistake is named at once.
 */
public final class JobSettings {

  private static final String FLINK = "flink.";
  private static final String CLIENT = "kafka.client.";

  // Empty: must be given.
  private static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("kafka.servers", "127.0.0.1:9092"),
              Map.entry("kafka.group", "fundwatch"),
              Map.entry("topic.settlements", "settlements"),
              Map.entry("topic.dead-letters", "settlements.dead-letter"),
              Map.entry("topic.alerts", "alerts"),
              Map.entry("topic.rule-sets", "rule-sets"),
              Map.entry("topic.rule-status", "rule-status"),
              Map.entry("topic.settlement-rows", "settlement-rows"),
              Map.entry("topic.row-requests", "row-requests"),
              Map.entry("topic.backfill", "alerts.backfill"),
              Map.entry("state.directory", ""),
              Map.entry("parallelism", "2"),
              Map.entry("checkpoint.every", "PT10S"),
              Map.entry("retention", "P400D"),
              Map.entry("day.pause", "PT0.5S"),
              Map.entry("clock.skew", "PT10M"),
              Map.entry("person.key", ""),
              Map.entry("dead-letter.key", ""),
              Map.entry("models", "built-in")));

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  private JobSettings(Map<String, String> values) {
    this.values = values;
  }

  /** The names of all settings, with their defaults; empty where there is none. */
  public static Map<String, String> defaults() {
    return Map.copyOf(DEFAULTS);
  }

  /**
   * Reads arguments and environment.
   *
   * @throws IllegalArgumentException naming every mistake, one a line
   */
  public static JobConfig read(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (String name : DEFAULTS.keySet()) {
      String variable = variable(name);
      if (environment.containsKey(variable)) {
        given.put(name, environment.get(variable));
      }
    }
    String client = variable(CLIENT);
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(client)) {
            String name = variable.substring(client.length());
            given.put(CLIENT + name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    List<String> strange = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 2) {
        given.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else {
        strange.add("argument '%s'; --name=value".formatted(argument));
      }
    }
    return read(given, strange);
  }

  /**
   * Reads named texts; {@code flink.*} passes on to Flink, {@code kafka.client.*} to the clients of
   * Kafka.
   *
   * @throws IllegalArgumentException naming every mistake, one a line
   */
  public static JobConfig read(Map<String, String> given) {
    return read(given, List.of());
  }

  private static JobConfig read(Map<String, String> given, List<String> strange) {
    Map<String, String> values = new TreeMap<>(DEFAULTS);
    Map<String, String> client = new TreeMap<>();
    Map<String, String> flink = new TreeMap<>();
    JobSettings settings = new JobSettings(values);
    settings.faults.addAll(strange);
    new TreeMap<>(given)
        .forEach(
            (name, value) -> {
              if (name.startsWith(FLINK)) {
                flink.put(name.substring(FLINK.length()), value);
              } else if (name.startsWith(CLIENT)) {
                client.put(name.substring(CLIENT.length()), value);
              } else if (values.containsKey(name)) {
                values.put(name, value);
              } else {
                settings.faults.add(
                    "%s: unknown; known are %s, kafka.client.* and flink.*"
                        .formatted(name, String.join(", ", DEFAULTS.keySet())));
              }
            });
    return settings.config(client, flink);
  }

  private JobConfig config(Map<String, String> client, Map<String, String> flink) {
    JobConfig config =
        new JobConfig(
            text("kafka.servers"),
            text("kafka.group"),
            text("topic.settlements"),
            text("topic.dead-letters"),
            text("topic.alerts"),
            text("topic.rule-sets"),
            text("topic.rule-status"),
            text("topic.settlement-rows"),
            text("topic.row-requests"),
            value("topic.backfill"),
            path("state.directory"),
            positive("parallelism"),
            duration("checkpoint.every"),
            duration("retention"),
            duration("day.pause"),
            duration("clock.skew"),
            key("person.key", 16, Integer.MAX_VALUE),
            key("dead-letter.key", 32, 32),
            text("models").equals("built-in") ? "" : text("models"),
            client,
            flink);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return config;
  }

  private String text(String name) {
    String value = value(name);
    if (value.isBlank()) {
      faults.add("%s: missing; give --%s=... or %s".formatted(name, name, variable(name)));
    }
    return value;
  }

  private Path path(String name) {
    String value = text(name);
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      faults.add("%s: '%s'; a path".formatted(name, value));
      return Path.of("");
    }
  }

  private int positive(String name) {
    String value = value(name);
    if (value.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(value);
    }
    faults.add("%s: '%s'; a whole number from 1 to 9999".formatted(name, value));
    return 1;
  }

  private Duration duration(String name) {
    String value = value(name);
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Named below, with the durations that are none at all.
    }
    faults.add("%s: '%s'; an ISO 8601 duration above zero such as PT10S".formatted(name, value));
    return Duration.ZERO;
  }

  // A key is never quoted, not even a wrong one.
  private String key(String name, int minBytes, int maxBytes) {
    String value = text(name);
    int bytes = value.length() / 2;
    boolean hex = value.length() % 2 == 0 && value.chars().allMatch(HexFormat::isHexDigit);
    if (!value.isBlank() && (!hex || bytes < minBytes || bytes > maxBytes)) {
      faults.add(
          "%s: %d characters; %s %d hexadecimal digits"
              .formatted(
                  name,
                  value.length(),
                  minBytes == maxBytes ? "exactly" : "at least",
                  minBytes * 2));
    }
    return value;
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private static String variable(String name) {
    return "FUNDWATCH_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}

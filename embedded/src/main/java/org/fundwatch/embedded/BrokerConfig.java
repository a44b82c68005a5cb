package org.fundwatch.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What an {@link EmbeddedKafka} needs to know.
 *
 * @param directory holds all topics; made when missing; the same folder gives the same cluster
 *     again
 * @param port of the broker on 127.0.0.1; 0 takes a free one at each start
 * @param settings broker settings by their Kafka names; they win over the small defaults
 */
public record BrokerConfig(Path directory, int port, Map<String, String> settings) {
  public BrokerConfig {
    requireNonNull(directory, "directory");
    settings = Map.copyOf(settings);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "port: %d; allowed are 0 (any free one) to 65535".formatted(port));
    }
    if (directory.toString().contains(",")) {
      throw new IllegalArgumentException(
          "directory: '%s' has a comma, which Kafka takes for a list; choose a path without one"
              .formatted(directory));
    }
    directory = directory.toAbsolutePath().normalize();
  }

  /** A broker in this folder on any free port. */
  public static BrokerConfig in(Path directory) {
    return new BrokerConfig(directory, 0, Map.of());
  }

  /** The same on a fixed port. */
  public BrokerConfig withPort(int newPort) {
    return new BrokerConfig(directory, newPort, settings);
  }

  /** The same with one more broker setting. */
  public BrokerConfig withSetting(String name, String value) {
    var more = new HashMap<>(settings);
    more.put(name, value);
    return new BrokerConfig(directory, port, more);
  }
}

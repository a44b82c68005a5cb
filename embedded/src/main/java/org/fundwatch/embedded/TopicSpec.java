package org.fundwatch.embedded;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * A topic that must exist.
 *
 * @param name of the topic
 * @param partitions 1 or more; never changed later, because keys would move between partitions
 * @param config topic settings by their Kafka names, such as {@code cleanup.policy=compact}
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {
  public TopicSpec {
    requireNonNull(name, "name");
    config = Map.copyOf(config);
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "topic %s: %d partitions; allowed are 1 or more".formatted(name, partitions));
    }
  }

  /** A topic with the broker's settings; an embedded broker keeps records for ever by default. */
  public static TopicSpec of(String name, int partitions) {
    return new TopicSpec(name, partitions, Map.of());
  }

  /** The same, keeping the last record of each key for ever. */
  public TopicSpec compacted() {
    return with("cleanup.policy", "compact");
  }

  /**
   * The same, stamped by the broker: a record's own old time then does not let the retention delete
   * replayed history.
   */
  public TopicSpec stampedByBroker() {
    return with("message.timestamp.type", "LogAppendTime");
  }

  /** The same with one more setting. */
  public TopicSpec with(String key, String value) {
    var more = new HashMap<>(config);
    more.put(key, value);
    return new TopicSpec(name, partitions, more);
  }
}

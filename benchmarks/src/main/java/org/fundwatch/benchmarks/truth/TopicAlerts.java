package org.fundwatch.benchmarks.truth;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.standalone.house.HouseTopics;

/** Reads the topic of alerts from its beginning to its end. */
public final class TopicAlerts {

  private static final Duration POLL = Duration.ofMillis(500);

  private TopicAlerts() {}

  /**
   * The last record of each alert, which is what compaction keeps.
   *
   * @throws IOException when a record is no alert
   */
  public static List<Alert> last(String brokers, int partitions) throws IOException {
    Map<String, Alert> last = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(HouseTopics.ALERTS, partition))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(POLL)) {
          Alert alert = AlertJson.read(record.value());
          last.put(alert.id(), alert);
        }
      }
    }
    return List.copyOf(last.values());
  }
}

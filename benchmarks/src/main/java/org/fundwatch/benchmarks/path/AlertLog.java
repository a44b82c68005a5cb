package org.fundwatch.benchmarks.path;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.SubjectKind;

/** The topic of alerts from a moment on. */
final class AlertLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private static final Set<SubjectKind> OF_PERIODS =
      EnumSet.of(SubjectKind.DOCTOR, SubjectKind.INSTITUTION);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Remembers where the topic ends now. */
  AlertLog(String brokers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "max.partition.fetch.bytes", "16777216"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: asking for the place makes it happen now.
    partitions.forEach(consumer::position);
  }

  /** Every version of an alert that was written since. */
  List<CausedAlert> read() throws IOException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    List<CausedAlert> alerts = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Alert alert = AlertJson.read(record.value());
        alerts.add(
            new CausedAlert(
                alert.id(),
                alert.version(),
                alert.lineage().get(alert.lineage().size() - 1).cause(),
                OF_PERIODS.contains(alert.subject().kind())));
      }
    }
    return alerts;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

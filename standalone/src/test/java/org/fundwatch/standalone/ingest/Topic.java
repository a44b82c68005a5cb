package org.fundwatch.standalone.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is on a topic. */
final class Topic {

  private static final Pattern SETTLEMENT = Pattern.compile("\"setl_id\":\"([^\"]+)\"");

  private Topic() {}

  /** The settlement ids on a topic, in the order of each partition, those seen twice twice. */
  static List<String> settlements(String servers, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(l -> l).sum();
      List<String> ids = new ArrayList<>();
      while (ids.size() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Matcher id = SETTLEMENT.matcher(new String(record.value(), StandardCharsets.UTF_8));
          ids.add(id.find() ? id.group(1) : "?");
        }
      }
      return ids;
    }
  }
}

package org.fundwatch.standalone.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic, read from its beginning to its present end. */
final class TopicLog {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private TopicLog() {}

  /** All records of a small topic, in the order of each partition. */
  static List<ConsumerRecord<byte[], byte[]>> read(String brokers, String topic)
      throws HouseException, InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    read(brokers, topic, records::add);
    return records;
  }

  /** Hands out each record, in the order of each partition. */
  static <E extends Exception> void read(String brokers, String topic, Taker<E> taker)
      throws HouseException, InterruptedException, E {
    String unused = Brokers.clusterId(brokers); // a clear word where nobody answers
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() > deadline) {
          throw new HouseException(
              "Kafka: %s: topic %s gave nothing for 30 s".formatted(brokers, topic));
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          taker.take(record);
          deadline = System.nanoTime() + PATIENCE;
        }
      }
    } catch (KafkaException e) {
      throw new HouseException("topic %s: cannot be read: %s".formatted(topic, e.getMessage()), e);
    }
  }

  /**
   * Takes a record.
   *
   * @param <E> what it may throw
   */
  interface Taker<E extends Exception> {
    void take(ConsumerRecord<byte[], byte[]> record) throws E, HouseException, InterruptedException;
  }
}

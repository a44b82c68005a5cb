package org.fundwatch.standalone.house;

import java.io.IOException;
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
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;

/** The topic of dead letters, read from its beginning. */
public final class DeadLetters {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private DeadLetters() {}

  /** All letters, in the order of each partition. */
  public static List<DeadLetter> read(String brokers) throws HouseException, InterruptedException {
    String unused = Brokers.clusterId(brokers); // a clear word where nobody answers
    List<DeadLetter> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(HouseTopics.DEAD_LETTERS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() > deadline) {
          throw new HouseException("Kafka: " + brokers + ": dead letters not read within 30 s");
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          letters.add(DeadLetterJson.read(record.value()));
        }
      }
      return letters;
    } catch (KafkaException | IOException e) {
      throw new HouseException("dead letters: cannot be read: " + e.getMessage(), e);
    }
  }
}

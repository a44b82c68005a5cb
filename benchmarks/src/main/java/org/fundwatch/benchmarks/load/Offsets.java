package org.fundwatch.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records topics hold, and how far their readers have come. */
public final class Offsets implements AutoCloseable {

  private static final int ANSWER_SECONDS = 30;
  private static final long LOOK_MILLIS = 50;

  private final Admin admin;

  /** Asks these brokers. */
  public Offsets(String brokers) {
    admin = Admin.create(Map.of("bootstrap.servers", brokers));
  }

  /** Records ever written to a topic. */
  public long written(String topic) throws IOException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (var description : get(admin.describeTopics(List.of(topic)).allTopicNames()).values()) {
      for (var partition : description.partitions()) {
        latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
      }
    }
    return get(admin.listOffsets(latest).all()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /** Records of a topic that a group of readers has committed. */
  public long committed(String group, String topic) throws IOException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return offsets.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  /**
   * Waits until a group has committed all that is now on a topic, or comes to it meanwhile.
   *
   * @return {@link System#nanoTime} when it had
   * @throws IOException when it has not after {@code patience}, or the brokers do not answer
   */
  public long awaitAll(String group, String topic, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      long done = committed(group, topic);
      long all = written(topic);
      long now = System.nanoTime();
      if (done >= all) {
        return now;
      }
      if (now > deadline) {
        throw new IOException(
            "%s: group %s is at %d of %d after %s".formatted(topic, group, done, all, patience));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private static <T> T get(KafkaFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Kafka: does not answer: " + e, e);
    }
  }
}

package org.fundwatch.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.fundwatch.standalone.house.HouseTopics;

/** Sees how far alerts have come, whoever is dead at the moment. Used by one thread. */
final class Watch implements AutoCloseable {

  static final String INDEXER = "fundwatch-alert-api";

  private static final long LOOK_MILLIS = 20;
  private static final int ANSWER_MILLIS = 2_000;

  private final Admin admin;
  private final int partitions;
  private final HttpRequest list;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(ANSWER_MILLIS)).build();

  Watch(String brokers, int partitions, URI api) {
    this.partitions = partitions;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                brokers,
                "reconnect.backoff.max.ms",
                "100",
                "retry.backoff.max.ms",
                "100",
                "request.timeout.ms",
                "" + ANSWER_MILLIS,
                "default.api.timeout.ms",
                "" + 2 * ANSWER_MILLIS));
    this.list =
        HttpRequest.newBuilder(URI.create(api + "/api/v1/alerts?size=1"))
            .header("Authorization", basic())
            .timeout(Duration.ofMillis(ANSWER_MILLIS))
            .build();
  }

  static String basic() {
    byte[] credentials = (Parts.USER + ':' + Parts.PASSWORD).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Records ever written to the topic of alerts; empty where the broker does not answer. */
  OptionalLong written() throws InterruptedException {
    try {
      return OptionalLong.of(
          get(admin.listOffsets(ends()).all()).values().stream()
              .mapToLong(end -> end.offset())
              .sum());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Alerts that the indexer says it has written; 0 where the broker does not answer. */
  long indexed() throws InterruptedException {
    try {
      return get(admin.listConsumerGroupOffsets(INDEXER).partitionsToOffsetAndMetadata())
          .values()
          .stream()
          .mapToLong(offset -> offset == null ? 0 : offset.offset())
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether the list of alerts is there. */
  boolean readable() throws InterruptedException {
    try {
      return http.send(list, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until an alert that was written from now on is in the index, and the API answers.
   *
   * @param alive asked now and then; false ends the waiting
   * @return {@link System#nanoTime} of it
   * @throws IOException when it does not come
   */
  long awaitNewAlert(Duration patience, BooleanSupplier alive)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    OptionalLong before = OptionalLong.empty();
    while (System.nanoTime() < deadline && alive.getAsBoolean()) {
      // What the broker holds when it answers first was written before, or a moment later.
      before = before.isPresent() ? before : written();
      if (before.isPresent() && indexed() > before.getAsLong() && readable()) {
        return System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new IOException(
        "no new alert in the index within %s: %s written, %d indexed, API %s"
            .formatted(patience, written(), indexed(), readable() ? "answers" : "away"));
  }

  /** Does what an indexer must not: commits all alerts, written to the index or not. */
  void commitAll() throws IOException, InterruptedException {
    try {
      get(
          admin
              .removeMembersFromConsumerGroup(INDEXER, new RemoveMembersFromConsumerGroupOptions())
              .all());
      TimeUnit.SECONDS.sleep(1);
      Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
      get(admin.listOffsets(ends()).all())
          .forEach((partition, end) -> all.put(partition, new OffsetAndMetadata(end.offset())));
      get(admin.alterConsumerGroupOffsets(INDEXER, all).all());
    } catch (IOException e) {
      throw new IOException("the fault cannot be planted: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private Map<TopicPartition, OffsetSpec> ends() {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(HouseTopics.ALERTS, partition), OffsetSpec.latest());
    }
    return latest;
  }

  private static <T> T get(KafkaFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Kafka: does not answer: " + e, e);
    }
  }
}

package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of alerts and knows how far it has got. Used by one thread. */
final class AlertTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final KafkaConsumer<String, byte[]> consumer;
  private final IndexingState state;
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private long lookedAt;
  private boolean lookedAtPartitions;

  /**
   * @param fromStart true to read the topic from its beginning, whatever was committed
   */
  AlertTopic(IndexingSettings settings, IndexingState state, boolean fromStart) {
    this.consumer =
        new KafkaConsumer<>(
            config(settings), new StringDeserializer(), new ByteArrayDeserializer());
    this.state = state;
    this.lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
    consumer.subscribe(List.of(settings.alertsTopic()), new Assignment(fromStart));
  }

  ConsumerRecords<String, byte[]> poll() {
    var records = consumer.poll(POLL);
    look();
    return records;
  }

  /** True once everything was taken that was on the topic at the last look. */
  boolean caughtUp() {
    return lookedAtPartitions && state.lag() == 0;
  }

  /** Stays in the group without taking more. */
  void idle() {
    consumer.pause(consumer.assignment());
    var early = consumer.poll(POLL);
    // Only from a partition assigned during this poll, which was not paused: not its turn yet.
    for (var partition : early.partitions()) {
      consumer.seek(partition, early.records(partition).get(0).offset());
    }
    consumer.resume(consumer.assignment());
    look();
  }

  /**
   * Says that everything polled is safe.
   *
   * @throws KafkaException when the broker does not take it now
   */
  void commit() {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var partition : consumer.assignment()) {
      offsets.put(partition, new OffsetAndMetadata(consumer.position(partition, ANSWER)));
    }
    consumer.commitSync(offsets, ANSWER);
    offsets.forEach((partition, offset) -> done.put(partition, offset.offset()));
    look();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(ANSWER));
  }

  /** Compares with the topic's end, once a second at most. */
  private void look() {
    if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
      return;
    }
    lookedAt = System.nanoTime();
    try {
      if (consumer.assignment().isEmpty()) {
        // A question about no partitions would be answered without asking the broker.
        consumer.listTopics(ANSWER);
      } else {
        state.lagIs(lag());
        lookedAtPartitions = true;
      }
      state.brokerIs(true);
    } catch (KafkaException e) {
      state.brokerIs(false);
    }
  }

  private long lag() {
    long lag = 0;
    for (var end : consumer.endOffsets(consumer.assignment(), ANSWER).entrySet()) {
      lag += Math.max(0, end.getValue() - done.getOrDefault(end.getKey(), 0L));
    }
    return lag;
  }

  private static Map<String, Object> config(IndexingSettings settings) {
    var config = new HashMap<String, Object>();
    // So long do the partitions of an instance that was killed wait for another one.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    config.putAll(settings.client());
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxBatch());
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  private final class Assignment implements ConsumerRebalanceListener {
    private final boolean fromStart;
    private final Set<TopicPartition> rewound = new HashSet<>();

    Assignment(boolean fromStart) {
      this.fromStart = fromStart;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (var partition : partitions) {
        // Once each: a partition that comes back later goes on where it was.
        if (fromStart && rewound.add(partition)) {
          consumer.seekToBeginning(List.of(partition));
        }
        done.put(partition, consumer.position(partition));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(done::remove);
      // What another instance has taken over is its lag; this one's next look says what is left.
      state.lagIs(0);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      // Cut off: the lag that was seen last is the best there is to say.
      partitions.forEach(done::remove);
    }
  }
}

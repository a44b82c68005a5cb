package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
import org.fundwatch.alertapi.indexing.IndexingSettings.Source;

/** Reads a topic, once it is there, and knows how far it has got. Used by one thread. */
final class CarriedTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final IndexingSettings settings;
  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final Assignment assignment;
  private final IndexingState state;
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private String id = "";
  private long lookedAt;
  private boolean lookedAtPartitions;
  private boolean subscribed;
  private boolean absent;

  /**
   * @param fromStart true to read the topic from its beginning, whatever was committed
   */
  CarriedTopic(IndexingSettings settings, Source source, IndexingState state, boolean fromStart) {
    this.settings = settings;
    this.consumer =
        new KafkaConsumer<>(
            config(settings, source), new StringDeserializer(), new ByteArrayDeserializer());
    this.topic = source.topic();
    this.assignment = new Assignment(fromStart);
    this.state = state;
    this.lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
  }

  ConsumerRecords<String, byte[]> poll() {
    if (!subscribed) {
      idle();
      return ConsumerRecords.empty();
    }
    var records = consumer.poll(POLL);
    for (var partition : records.partitions()) {
      var some = records.records(partition);
      if (some.get(0).offset() < next.getOrDefault(partition, 0L)) {
        // Back at the beginning: it may be another topic of the same name.
        id = "";
      }
      next.put(partition, some.get(some.size() - 1).offset() + 1);
    }
    look();
    return records;
  }

  /**
   * What tells the topic from the one that had its name before it was made anew.
   *
   * @throws KafkaException when the broker does not answer
   */
  String id() {
    if (id.isEmpty()) {
      id = TopicId.of(topic, settings, ANSWER);
    }
    return id;
  }

  /** True once everything was taken that was on the topic at the last look, or there was none. */
  boolean caughtUp() {
    return absent || (lookedAtPartitions && state.lag() == 0);
  }

  /** Stays in the group without taking more. */
  void idle() {
    if (!subscribed) {
      LockSupport.parkNanos(POLL.toNanos());
      look();
      return;
    }
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
        absent = !consumer.listTopics(ANSWER).containsKey(topic);
        if (!subscribed && !absent) {
          // Not before: for a topic that is not there the client complains several times a second.
          consumer.subscribe(List.of(topic), assignment);
          subscribed = true;
        }
      } else {
        absent = false;
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

  private static Map<String, Object> config(IndexingSettings settings, Source source) {
    var config = new HashMap<String, Object>();
    // So long do the partitions of an instance that was killed wait for another one.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    config.putAll(settings.client());
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, source.group());
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
      id = "";
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      forget(partitions);
      // What another instance has taken over is its lag; this one's next look says what is left.
      state.lagIs(0);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      // Cut off: the lag that was seen last is the best there is to say.
      forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
      partitions.forEach(done::remove);
      partitions.forEach(next::remove);
    }
  }
}

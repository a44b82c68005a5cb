package org.fundwatch.alertapi.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a topic of entries from its beginning to where it ends now. Thread-safe. */
@Component
final class TopicReader {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final JournalTopics topics;

  TopicReader(JournalTopics topics) {
    this.topics = topics;
  }

  /**
   * Hands over every entry, those of a stream in their order; one can come more than once.
   *
   * @throws RetriableException when the broker does not answer
   */
  void read(Kind kind, Consumer<EntryDocument> entries) {
    var topic = topics.name(kind.topic());
    try (var consumer = topics.consumer()) {
      var known = consumer.listTopics(ANSWER).get(topic);
      if (known == null) {
        LOG.warn("topic {}: not there; nothing is read from it", topic);
        return;
      }
      var partitions =
          known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions, ANSWER);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one, ANSWER) < ends.getOrDefault(one, 0L))) {
        for (var record : consumer.poll(POLL)) {
          parsed(record).ifPresent(entries);
        }
      }
    }
  }

  private static Optional<EntryDocument> parsed(ConsumerRecord<String, byte[]> record) {
    try {
      var json = new String(record.value(), StandardCharsets.UTF_8);
      return Optional.of(BodyJson.read(json, EntryDocument.class));
    } catch (RuntimeException e) {
      // The place says which one; the content could hold personal data.
      LOG.error("{}-{}@{}: no entry", record.topic(), record.partition(), record.offset());
      return Optional.empty();
    }
  }
}

package org.fundwatch.alertapi.journal;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/** The topics of the journal, and clients for them. Thread-safe. */
@Component
final class JournalTopics {
  private static final String MAX_BYTES = Integer.toString(16 << 20);
  private static final String MAX_BLOCK_MILLIS = "2000";

  private final BrokerSettings brokers;
  private final String prefix;

  JournalTopics(BrokerSettings brokers, JournalSettings settings) {
    this.brokers = brokers;
    this.prefix = settings.topicPrefix();
  }

  /** The full name of a topic. */
  String name(String topic) {
    return prefix + topic;
  }

  /**
   * A producer that keeps the order of what it is given and gives nothing up: one request at a
   * time, repeated for as long as it takes.
   */
  KafkaProducer<String, byte[]> producer() {
    var config = brokers.base();
    config.putAll(
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            MAX_BLOCK_MILLIS,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            MAX_BYTES));
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A consumer of no group, for reading topics from their beginning. */
  KafkaConsumer<String, byte[]> consumer() {
    var config = brokers.base();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}

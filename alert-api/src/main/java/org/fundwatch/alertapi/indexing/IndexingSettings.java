package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alerts and the settlement rows that they point at come from, and how they are carried over.
 *
 * @param bootstrapServers Kafka brokers as host:port, several with commas
 * @param alertsTopic the topic of alerts
 * @param rowsTopic the topic of settlement rows; it may come later than the service
 * @param group consumer group of alerts; instances of one installation share it. That of rows has
 *     {@code -rows} behind it
 * @param client more settings of the Kafka client by their own names, such as security.protocol
 * @param maxBatch alerts or rows per bulk request
 * @param firstBackoff pause after the first failure; doubled with each one more
 * @param longestBackoff the longest pause
 */
@ConfigurationProperties("fundwatch.kafka")
record IndexingSettings(
    @DefaultValue("127.0.0.1:9092") String bootstrapServers,
    @DefaultValue("alerts") String alertsTopic,
    @DefaultValue("settlement-rows") String rowsTopic,
    @DefaultValue("fundwatch-alert-api") String group,
    @DefaultValue Map<String, String> client,
    @DefaultValue("500") int maxBatch,
    @DefaultValue("200ms") Duration firstBackoff,
    @DefaultValue("2s") Duration longestBackoff) {

  IndexingSettings {
    client = Map.copyOf(client);
  }

  /** A topic and the group that reads it. */
  record Source(String topic, String group) {}

  Source alerts() {
    return new Source(alertsTopic, group);
  }

  Source rows() {
    return new Source(rowsTopic, group + "-rows");
  }
}

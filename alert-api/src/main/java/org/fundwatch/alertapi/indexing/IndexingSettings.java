package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alerts come from, and how they are carried over.
 *
 * @param bootstrapServers Kafka brokers as host:port, several with commas
 * @param alertsTopic the topic
 * @param group consumer group; instances of one installation share it
 * @param client more settings of the Kafka client by their own names, such as security.protocol
 * @param maxBatch alerts per bulk request
 * @param firstBackoff pause after the first failure; doubled with each one more
 * @param longestBackoff the longest pause
 */
@ConfigurationProperties("fundwatch.kafka")
record IndexingSettings(
    @DefaultValue("127.0.0.1:9092") String bootstrapServers,
    @DefaultValue("alerts") String alertsTopic,
    @DefaultValue("fundwatch-alert-api") String group,
    @DefaultValue Map<String, String> client,
    @DefaultValue("500") int maxBatch,
    @DefaultValue("200ms") Duration firstBackoff,
    @DefaultValue("2s") Duration longestBackoff) {

  IndexingSettings {
    client = Map.copyOf(client);
  }
}

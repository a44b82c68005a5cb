package org.fundwatch.alertapi.journal;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the brokers are.
 *
 * @param bootstrapServers Kafka brokers as host:port, several with commas
 * @param client more settings of the Kafka client by their own names, such as security.protocol
 */
@ConfigurationProperties("fundwatch.kafka")
record BrokerSettings(
    @DefaultValue("127.0.0.1:9092") String bootstrapServers,
    @DefaultValue Map<String, String> client) {

  BrokerSettings {
    client = Map.copyOf(client);
  }

  /** What every client of ours begins with. */
  Map<String, Object> base() {
    var config = new HashMap<String, Object>(client);
    // Belongs to the group that indexes alerts.
    config.remove(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return config;
  }
}

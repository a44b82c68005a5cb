package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKafkaIT {
  private static final TopicSpec SETTLEMENTS = TopicSpec.of("settlements", 2);
  private static final long YEARS_AGO = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

  @TempDir private Path temp;

  @Test
  void start_sameFolderAgain_keepsRecordsAndCluster() throws Exception {
    var config = BrokerConfig.in(temp.resolve("数据 with space"));
    String clusterId;
    try (var broker = EmbeddedKafka.start(config)) {
      broker.ensureTopics(SETTLEMENTS);
      clusterId = clusterId(broker);
      send(broker, "person-1", "结算 1");
      assertThat(readAll(broker, 1)).containsExactly("person-1=结算 1");
    }

    try (var broker = EmbeddedKafka.start(config)) {
      broker.ensureTopics(SETTLEMENTS);
      send(broker, "person-2", "结算 2");

      assertThat(readAll(broker, 2)).containsExactlyInAnyOrder("person-1=结算 1", "person-2=结算 2");
      assertThat(clusterId(broker)).isEqualTo(clusterId);
    }
  }

  @Test
  void ensureTopics_existingTopic_takesNewSettingsAndKeepsPartitions() throws Exception {
    try (var broker = EmbeddedKafka.start(BrokerConfig.in(temp))) {
      broker.ensureTopics(SETTLEMENTS);

      broker.ensureTopics(SETTLEMENTS.compacted().stampedByBroker());

      assertThat(topicSetting(broker, "cleanup.policy")).isEqualTo("compact");
      assertThat(topicSetting(broker, "message.timestamp.type")).isEqualTo("LogAppendTime");
      assertThat(topicSetting(broker, "retention.ms")).isEqualTo("-1");
      assertThatThrownBy(() -> broker.ensureTopics(TopicSpec.of("settlements", 3)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "topic settlements: has 2 partitions, 3 were asked for; keep 2, or delete the topic first");
      assertThatThrownBy(() -> broker.ensureTopics(TopicSpec.of("other", 1).with("nonsense", "1")))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageStartingWith("topic other: refused by the broker: ");
      assertThatThrownBy(() -> EmbeddedKafka.start(BrokerConfig.in(temp)))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage(
              "%s (Kafka broker): in use by process %d; stop it or choose another folder"
                  .formatted(temp, ProcessHandle.current().pid()));
    }
  }

  @Test
  void start_portTaken_saysWhichAndLeavesTheFolderFree() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var config = BrokerConfig.in(temp).withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedKafka.start(config))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageStartingWith(
              "port %d (Kafka broker): cannot be used".formatted(config.port()));
    }
    try (var broker = EmbeddedKafka.start(BrokerConfig.in(temp).withPort(Ports.free()))) {
      assertThat(clusterId(broker)).isNotEmpty();
    }
  }

  @Test
  void start_foreignFiles_refusesTheFolder() throws Exception {
    Files.writeString(temp.resolve("thesis.txt"), "not ours");

    assertThatThrownBy(() -> EmbeddedKafka.start(BrokerConfig.in(temp)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "%s (Kafka broker): holds files that Fundwatch did not make; give an empty or a new folder"
                .formatted(temp));
  }

  private static String clusterId(EmbeddedKafka broker) throws Exception {
    try (var admin = broker.admin()) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static String topicSetting(EmbeddedKafka broker, String name) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, SETTLEMENTS.name());
    try (var admin = broker.admin()) {
      return admin.describeConfigs(List.of(topic)).all().get().get(topic).get(name).value();
    }
  }

  private static void send(EmbeddedKafka broker, String key, String value) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(SETTLEMENTS.name(), null, YEARS_AGO, key, value)).get();
    }
  }

  private static List<String> readAll(EmbeddedKafka broker, int expected) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            "reader-" + expected,
            "auto.offset.reset",
            "earliest");
    var found = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(SETTLEMENTS.name()));
      for (int polls = 0; found.size() < expected && polls < 60; polls++) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(record -> found.add(record.key() + "=" + record.value()));
      }
    }
    return found;
  }
}

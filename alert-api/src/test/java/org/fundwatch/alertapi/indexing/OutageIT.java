package org.fundwatch.alertapi.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceSettings;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.ElasticsearchConfig;
import org.fundwatch.embedded.ElasticsearchNode;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.embedded.Ports;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of its own, because it stops them. */
final class OutageIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String TOPIC = "alerts";
  private static final String ROWS = "settlement-rows";

  @TempDir private Path folder;

  @Test
  void searchNodeAndBroker_awayAndBack_loseNothingAndShowIt() throws Exception {
    var searchConfig =
        ElasticsearchConfig.in(ElasticsearchExtension.installDirectory(), folder.resolve("es"))
            .withPort(Ports.free());
    var brokerConfig = BrokerConfig.in(folder.resolve("kafka")).withPort(Ports.free());
    var settings =
        ServiceSettings.of(
            "http://127.0.0.1:" + searchConfig.port(), "127.0.0.1:" + brokerConfig.port(), TOPIC);

    var broker = EmbeddedKafka.start(brokerConfig);
    try (var api = AlertApi.start(settings)) {
      var http = new Http(api.url(), "inspector");
      broker.ensureTopics(TopicSpec.of(TOPIC, 2).compacted());
      broker.ensureTopics(TopicSpec.of(ROWS, 2).compacted());
      broker.ensureTopics(TopicSpec.of(Kind.ALERT.topic(), 1));
      broker.ensureTopics(TopicSpec.of("dispositions", 1));

      // The search node is not there yet.
      send(broker, 0, 50);
      awaitHealth(http, "searchNode", "away");
      assertThat(http.get("/api/v1/alerts").status()).isEqualTo(503);

      var search = ElasticsearchNode.start(searchConfig);
      awaitTotal(http, 50);

      // It goes away while alerts come in.
      search.close();
      send(broker, 50, 100);
      awaitHealth(http, "lag", "50");
      awaitHealth(http, "rowLag", "50");
      awaitHealth(http, "searchNode", "away");
      assertThat(http.get("/api/v1/alerts").text()).contains("the search node does not answer");

      search = ElasticsearchNode.start(searchConfig);
      try {
        awaitTotal(http, 100);
        awaitHealth(http, "lag", "0");
        awaitHealth(http, "rowLag", "0");
        for (int number = 0; number < 100; number++) {
          awaitRow(http, number);
        }

        // Now the broker.
        broker.close();
        awaitHealth(http, "broker", "away");
        assertThat(http.get("/api/v1/alerts").status()).isEqualTo(200);
        // People go on; what they do waits for its topic.
        var decided =
            http.post(
                "/api/v1/alerts/" + SampleAlert.of(7).id() + "/dismiss",
                "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}",
                "If-Match",
                "\"1-0\"");
        assertThat(decided.status()).isEqualTo(200);
        awaitHealth(http, "journal", "waiting", "1");
        awaitHealth(http, "journal", "relay", "waiting");
        var verified = new Http(api.url(), "admin").get("/api/v1/journal/verify");
        assertThat(verified.status()).isEqualTo(503);
        assertThat(verified.json().at("/detail").asText())
            .isEqualTo("the broker does not answer; try again in a moment");

        broker = EmbeddedKafka.start(brokerConfig);
        send(broker, 100, 150);
        awaitTotal(http, 150);
        awaitRow(http, 149);
        awaitHealth(http, "broker", "reachable");
        awaitHealth(http, "journal", "waiting", "0");
        awaitHealth(http, "journal", "relay", "running");
        assertThat(records(broker, Kind.ALERT.topic())).isEqualTo(1);
        assertThat(records(broker, "dispositions")).isEqualTo(1);
      } finally {
        search.close();
      }
    } finally {
      broker.close();
    }
  }

  private static void send(EmbeddedKafka broker, int from, int to) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (int number : IntStream.range(from, to).toArray()) {
        var alert = SampleAlert.of(number).alert();
        producer.send(new ProducerRecord<>(TOPIC, alert.id(), AlertJson.write(alert))).get();
        var row = SampleRow.of(number).row();
        producer
            .send(new ProducerRecord<>(ROWS, row.settlementId(), SettlementRowJson.write(row)))
            .get();
      }
    }
  }

  private static long records(EmbeddedKafka broker, String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    var partition = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(List.of(partition)).get(partition);
    }
  }

  private static void awaitTotal(Http http, int total) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(
                        http.get("/api/v1/alerts?size=1&closed=true").json().at("/total").asInt())
                    .isEqualTo(total));
  }

  private static void awaitRow(Http http, int number) {
    var rows = "/api/v1/alerts/" + SampleAlert.of(number).id() + "/rows";
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(http.get(rows).json().at("/total").asInt()).isEqualTo(1));
  }

  private static void awaitHealth(Http http, String detail, String value) {
    awaitHealth(http, "indexing", detail, value);
  }

  private static void awaitHealth(Http http, String part, String detail, String value) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(
                        http.get("/actuator/health")
                            .json()
                            .at("/components/%s/details/%s".formatted(part, detail))
                            .asText())
                    .isEqualTo(value));
  }
}

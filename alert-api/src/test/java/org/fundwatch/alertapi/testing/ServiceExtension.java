package org.fundwatch.alertapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real service on a real broker and a real search node, with topic and indices of its own, and
 * the users of {@link ServiceSettings}.
 */
public final class ServiceExtension implements BeforeAllCallback, AfterAllCallback {
  private static final String WAITING = "/components/journal/details/waiting";
  private static final Duration LONG = Duration.ofSeconds(40);

  private final ElasticsearchExtension search = new ElasticsearchExtension();
  private final KafkaExtension kafka = new KafkaExtension();
  private final Map<String, String> more = new HashMap<>();
  private AlertApi api;
  private Map<String, String> settings;
  private int sent;
  private KafkaProducer<String, byte[]> producer;

  /** The same with another user. */
  public ServiceExtension withUser(String name, String roles, String regions) {
    ServiceSettings.addUser(more, name, roles, regions);
    return this;
  }

  /** The same with another setting. */
  public ServiceExtension with(String setting, String value) {
    more.put(setting, value);
    return this;
  }

  /** The same with a clock of its own, which {@link #clock} moves on. */
  public ServiceExtension withMovedClock(String name) {
    return with(MovedClock.SETTING, name);
  }

  /** The service's clock. */
  public MovedClock clock() {
    return MovedClock.of(more.getOrDefault(MovedClock.SETTING, ""));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    search.beforeAll(context);
    kafka.beforeAll(context);
    kafka.ensureTopics(TopicSpec.of(topic(), 2).compacted());
    kafka.ensureTopics(TopicSpec.of(rowsTopic(), 2).compacted());
    for (var kind : Kind.values()) {
      kafka.ensureTopics(TopicSpec.of(kafka.prefix() + kind.topic(), 2).stampedByBroker());
    }
    kafka.ensureTopics(TopicSpec.of(kafka.prefix() + "dispositions", 2).stampedByBroker());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    settings = ServiceSettings.of(search.url().toString(), kafka.bootstrapServers(), topic());
    settings.put("fundwatch.elasticsearch.index-prefix", search.prefix());
    settings.put("fundwatch.kafka.rows-topic", rowsTopic());
    settings.put("fundwatch.kafka.group", kafka.prefix() + "group");
    settings.put("fundwatch.journal.topic-prefix", kafka.prefix());
    settings.putAll(more);
    start();
  }

  private void start() {
    api = AlertApi.start(settings);
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(as("").get("/actuator/health").status()).isEqualTo(200));
  }

  /** Stops the service, does something, and starts it again. */
  public void restart(Runnable between) {
    api.close();
    between.run();
    start();
  }

  /** Waits until lost indices hold all that the topics remember. */
  public void awaitFilled() {
    await().atMost(LONG).untilAsserted(() -> assertThat(api.filled()).isTrue());
  }

  /** Waits until all that people did is on its topics. */
  public void awaitRelayed() {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(as("").get("/actuator/health").json().at(WAITING).asInt()).isEqualTo(0));
  }

  /** The settings that the service runs with. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    api.close();
    producer.close();
  }

  public Http as(String user) {
    return new Http(api.url(), user);
  }

  public URI url() {
    return api.url();
  }

  public String topic() {
    return kafka.prefix() + "alerts";
  }

  /** Where the settlements come from that alerts point at. */
  public String rowsTopic() {
    return kafka.prefix() + "settlement-rows";
  }

  public KafkaExtension kafka() {
    return kafka;
  }

  public ElasticsearchExtension search() {
    return search;
  }

  public void send(Alert... alerts) {
    for (var alert : alerts) {
      sendRaw(alert.id(), AlertJson.write(alert));
    }
  }

  public void sendRaw(String key, byte[] value) {
    sendTo(topic(), key, value);
    sent++;
  }

  public void send(SettlementRow... rows) {
    for (var row : rows) {
      sendTo(rowsTopic(), row.settlementId(), SettlementRowJson.write(row));
    }
  }

  public void sendTo(String topic, String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(key, e);
    }
  }

  /** Waits until so many settlements of an alert can be found. */
  public void awaitRows(String alert, int total) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(
                        as("inspector")
                            .get("/api/v1/alerts/" + alert + "/rows?size=1")
                            .json()
                            .at("/total")
                            .asInt())
                    .isEqualTo(total));
  }

  /** Waits until so many records of the rows' topic were taken. */
  public void awaitRowsTaken(int records) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(counted("fundwatch_indexing_rows_total"))
                    .as("rows taken")
                    .isEqualTo(records));
  }

  /** Waits until an alert is in a state. */
  public void awaitTag(String id, String tag) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(as("inspector").get("/api/v1/alerts/" + id).tag()).isEqualTo(tag));
  }

  /** Waits until everything sent so far was taken from the topic and can be found. */
  public void awaitIndexed() {
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(indexed()).as("alerts taken").isEqualTo(sent));
  }

  /** Waits until so many alerts can be found. */
  public void awaitTotal(int total) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(
                        as("inspector")
                            .get("/api/v1/alerts?size=1&closed=true")
                            .json()
                            .at("/total")
                            .asInt())
                    .isEqualTo(total));
  }

  private double indexed() {
    return counted("fundwatch_indexing_alerts_total");
  }

  private double counted(String metric) {
    return as("admin")
        .get("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith(metric))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}

package org.fundwatch.alertapi.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fundwatch.alertapi.AlertApi;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real service on a real broker and a real search node, with topics and indices of its own.
 *
 * <p>Users are called as their role; the password of each is {@value #PASSWORD}.
 */
public final class ServiceExtension implements BeforeAllCallback, AfterAllCallback {
  public static final String PASSWORD = "tests only 试";

  // BCrypt is slow on purpose: hashed once for all test classes.
  private static final String HASH = AlertApi.hashPassword(PASSWORD);

  private final ElasticsearchExtension search = new ElasticsearchExtension();
  private final KafkaExtension kafka = new KafkaExtension();
  private AlertApi api;
  private KafkaProducer<String, byte[]> producer;

  @Override
  public void beforeAll(ExtensionContext context) {
    search.beforeAll(context);
    kafka.beforeAll(context);
    kafka.ensureTopics(TopicSpec.of(topic(), 2).compacted());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    api = AlertApi.start(settings(search.url(), search.prefix()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    api.close();
    producer.close();
  }

  /** Settings for a service that shares this one's topic and consumer group. */
  public Map<String, String> settings(URI searchNode, String indexPrefix) {
    var settings = new HashMap<String, String>();
    settings.put("fundwatch.http.port", "0");
    settings.put("fundwatch.elasticsearch.url", searchNode.toString());
    settings.put("fundwatch.elasticsearch.index-prefix", indexPrefix);
    settings.put("fundwatch.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("fundwatch.kafka.alerts-topic", topic());
    settings.put("fundwatch.kafka.group", kafka.prefix() + "group");
    for (var user : List.of("inspector", "lead", "hotline", "admin")) {
      settings.put("fundwatch.users." + user + ".password-hash", HASH);
      settings.put("fundwatch.users." + user + ".roles", user);
    }
    settings.put("fundwatch.users.li.password-hash", HASH);
    settings.put("fundwatch.users.li.roles", "inspector,hotline");
    return settings;
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

  public ElasticsearchExtension search() {
    return search;
  }

  public void send(Alert... alerts) {
    for (var alert : alerts) {
      sendRaw(alert.id(), AlertJson.write(alert));
    }
  }

  public void sendRaw(String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topic(), key, value)).get();
    } catch (Exception e) {
      throw new IllegalStateException(new String(value, StandardCharsets.UTF_8), e);
    }
  }
}

package org.fundwatch.standalone.house;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.job.JobConfig;

/** Hands the desks the rule-set to judge by. */
public final class RulePublisher {

  private static final byte[] KEY = "current".getBytes(StandardCharsets.UTF_8);
  private static final int PATIENCE_SECONDS = 30;
  // What Kafka adds to a record, generously.
  private static final int ENVELOPE = 1024;

  private RulePublisher() {}

  /** Publishes a bundle; who runs it is said on {@link HouseTopics#RULE_STATUS}. */
  public static void publish(String servers, RuleBundle bundle)
      throws HouseException, InterruptedException {
    byte[] json = bundle.toJson().getBytes(StandardCharsets.UTF_8);
    if (json.length > JobConfig.MAX_MESSAGE_BYTES - ENVELOPE) {
      throw new HouseException(
          "rule-set %s: not published: %,d bytes; at most %,d; take rows that have ended long ago out of its knowledge"
              .formatted(bundle.version(), json.length, JobConfig.MAX_MESSAGE_BYTES - ENVELOPE));
    }
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "acks",
            "all",
            "max.request.size",
            JobConfig.MAX_MESSAGE_BYTES);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      var unused =
          producer
              .send(new ProducerRecord<>(HouseTopics.RULE_SETS, KEY, json))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new HouseException(
          "rule-set %s: not published to %s: %s".formatted(bundle.version(), servers, e), e);
    }
  }
}

package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReportJson;

/**
 * Alerts, dead letters and reports to Kafka, at least once: keys and versions make a repeated
 * record harmless, and no reader waits for a transaction.
 */
final class KafkaOutputs {

  private KafkaOutputs() {}

  static Outputs of(JobConfig config) {
    return new Outputs(
        sink(config, config.alerts(), (Alert alert) -> bytes(alert.id()), AlertJson::write),
        sink(
            config,
            config.deadLetters(),
            (DeadLetter letter) -> bytes(letter.place().toString()),
            DeadLetterJson::write),
        sink(
            config,
            config.ruleStatus(),
            (DeskReport report) -> bytes(report.key()),
            DeskReportJson::write));
  }

  private static <T> KafkaSink<T> sink(
      JobConfig config, String topic, SerializationSchema<T> key, SerializationSchema<T> value) {
    Properties producer = new Properties();
    producer.setProperty("max.request.size", String.valueOf(JobConfig.MAX_MESSAGE_BYTES));
    producer.setProperty("compression.type", "lz4");
    producer.setProperty("linger.ms", "5");
    return KafkaSink.<T>builder()
        .setBootstrapServers(config.kafkaServers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<T>builder()
                .setTopic(topic)
                .setKeySerializationSchema(key)
                .setValueSerializationSchema(value)
                .build())
        .build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

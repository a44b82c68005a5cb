package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReportJson;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.row.RowRequestJson;
import org.jspecify.annotations.Nullable;

/**
 * Alerts, dead letters, reports and rows to Kafka, at least once: keys and versions make a repeated
 * record harmless, and no reader waits for a transaction.
 */
final class KafkaOutputs {

  private KafkaOutputs() {}

  static Outputs of(JobConfig config) {
    return new Outputs(
        sink(config, new Records<Alert>(config.alerts(), Alert::id, AlertJson::write)),
        sink(
            config,
            new Records<DeadLetter>(
                config.deadLetters(), letter -> letter.place().toString(), DeadLetterJson::write)),
        sink(
            config,
            new Records<DeskReport>(config.ruleStatus(), DeskReport::key, DeskReportJson::write)),
        Optional.of(
            new Outputs.Rows(
                sink(
                    config,
                    new Records<SettlementRow>(
                        config.settlementRows(),
                        SettlementRow::settlementId,
                        SettlementRowJson::write)),
                sink(
                    config,
                    new Records<RowRequest>(
                        config.rowRequests(), RowRequest::person, RowRequestJson::write)))));
  }

  private static <T> KafkaSink<T> sink(JobConfig config, Records<T> records) {
    Properties producer = new Properties();
    producer.setProperty("max.request.size", String.valueOf(JobConfig.MAX_MESSAGE_BYTES));
    producer.setProperty("compression.type", "lz4");
    producer.setProperty("linger.ms", "5");
    producer.putAll(config.kafkaClient());
    return KafkaSink.<T>builder()
        .setBootstrapServers(config.kafkaServers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(records)
        .build();
  }

  /**
   * Makes records of elements, stamped when they are sent: the time of the event that caused them
   * may be older than the topic's retention, and the broker would delete them at once.
   */
  private record Records<T>(String topic, Text<T> key, Bytes<T> value)
      implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        T element, KafkaSinkContext context, @Nullable Long timestamp) {
      return new ProducerRecord<>(topic, key.of(element).getBytes(UTF_8), value.of(element));
    }
  }

  private interface Text<T> extends Serializable {
    String of(T element);
  }

  private interface Bytes<T> extends Serializable {
    byte[] of(T element);
  }
}

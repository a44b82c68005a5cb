package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.Backfilled;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.judging.SubjectChangesCodec;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.row.RowRequestCodec;
import org.fundwatch.streaming.row.RowRequestJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settlements, rule bundles and what else the job reads from Kafka, from the first record on where
 * there is no state.
 */
final class KafkaInputs implements Inputs {

  private final JobConfig config;

  KafkaInputs(JobConfig config) {
    this.config = config;
  }

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    KafkaSource<RawEvent> source =
        KafkaSource.<RawEvent>builder()
            .setBootstrapServers(config.kafkaServers())
            .setGroupId(config.group())
            .setTopics(config.settlements())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new RawMessages())
            .setProperties(consumer())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "settlements")
        .uid("settlements");
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers(config.kafkaServers())
            .setGroupId(config.group() + "-rules")
            .setTopics(config.ruleSets())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new SimpleStringSchema(UTF_8))
            .setProperties(consumer())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "rule sets")
        .uid("rule-sets")
        .setParallelism(1);
  }

  @Override
  public Optional<DataStream<SubjectChanges>> backfill(StreamExecutionEnvironment env) {
    if (config.backfill().isEmpty()) {
      return Optional.empty();
    }
    KafkaSource<SubjectChanges> source =
        KafkaSource.<SubjectChanges>builder()
            .setBootstrapServers(config.kafkaServers())
            .setGroupId(config.group() + "-backfill")
            .setTopics(config.backfill())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(
                new Records<>(
                    "alert",
                    (value, millis) -> Backfilled.of(AlertJson.read(value), millis),
                    SubjectChangesCodec.TYPE))
            .setProperties(consumer())
            .build();
    return Optional.of(
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "backfill").uid("backfill"));
  }

  @Override
  public Optional<DataStream<RowRequest>> rowRequests(StreamExecutionEnvironment env) {
    KafkaSource<RowRequest> source =
        KafkaSource.<RowRequest>builder()
            .setBootstrapServers(config.kafkaServers())
            .setGroupId(config.group() + "-row-requests")
            .setTopics(config.rowRequests())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(
                new Records<>(
                    "request for rows",
                    (value, millis) -> RowRequestJson.read(value),
                    RowRequestCodec.TYPE))
            .setProperties(consumer())
            .build();
    return Optional.of(
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "row requests")
            .uid("row-requests"));
  }

  /**
   * From where the topic ends when there is no snapshot: an alert of long ago, which no state
   * remembers, is not for this job to put right.
   */
  @Override
  public Optional<DataStream<Alert>> published(StreamExecutionEnvironment env) {
    KafkaSource<Alert> source =
        KafkaSource.<Alert>builder()
            .setBootstrapServers(config.kafkaServers())
            .setGroupId(config.group() + "-alerts")
            .setTopics(config.alerts())
            .setStartingOffsets(new PresentEnd())
            .setDeserializer(
                new Records<>("alert", (value, millis) -> AlertJson.read(value), AlertCodec.TYPE))
            .setProperties(consumer())
            .build();
    return Optional.of(
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "published alerts")
            .uid("published-alerts"));
  }

  private Properties consumer() {
    Properties properties = new Properties();
    properties.setProperty(
        "max.partition.fetch.bytes", String.valueOf(JobConfig.MAX_MESSAGE_BYTES));
    properties.setProperty("partition.discovery.interval.ms", "30000");
    properties.putAll(config.kafkaClient());
    return properties;
  }

  /**
   * Where the topic ends now, as a number: Flink's own {@code latest()} stands for another place at
   * each restart until a first record has come.
   */
  private static final class PresentEnd implements OffsetsInitializer {
    private static final long serialVersionUID = 1;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
        Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
      return retriever.endOffsets(partitions);
    }

    // Where the place is gone; from the start would bring alerts that no state remembers.
    @Override
    @SuppressWarnings("deprecation") // Flink's interface asks for it.
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
      return OffsetResetStrategy.LATEST;
    }
  }

  /** Makes something of each record; what is none is named in the log, passed over. */
  private record Records<T>(String what, Made<T> made, RecordType<T> type)
      implements KafkaRecordDeserializationSchema<T> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
      // Nothing is what a compacted topic keeps of a key that somebody deleted.
      if (record.value() == null) {
        return;
      }
      try {
        out.collect(made.of(record.value(), record.timestamp()));
      } catch (IOException e) {
        LOG.warn("{}[{}]@{}: no {}", record.topic(), record.partition(), record.offset(), what);
      }
    }

    @Override
    public TypeInformation<T> getProducedType() {
      return type;
    }
  }

  private interface Made<T> extends Serializable {
    T of(byte[] value, long publishedMillis) throws IOException;
  }
}

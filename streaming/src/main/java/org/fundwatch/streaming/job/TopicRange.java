package org.fundwatch.streaming.job;

import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;

/**
 * What a topic of settlements took in between two moments, by the broker's stamps, and one rule
 * bundle for all. It ends: for runs in batch.
 *
 * @param servers brokers, {@code host:port,host:port}
 * @param topic of settlement events
 * @param from the first moment
 * @param until the first moment that is no longer meant; what comes in during the run is left out
 * @param bundle JSON of the rules
 */
public record TopicRange(String servers, String topic, Instant from, Instant until, String bundle)
    implements Inputs {

  // More messages than a partition has; the partition's number counts above it.
  private static final int OFFSET_BITS = 40;

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    KafkaSource<RawEvent> source =
        KafkaSource.<RawEvent>builder()
            .setBootstrapServers(servers)
            .setTopics(topic)
            .setStartingOffsets(OffsetsInitializer.timestamp(from.toEpochMilli()))
            .setBounded(OffsetsInitializer.timestamp(until.toEpochMilli()))
            .setDeserializer(new RawMessages())
            .setProperty("max.partition.fetch.bytes", String.valueOf(JobConfig.MAX_MESSAGE_BYTES))
            .build();
    // In batch a key's records come in order of time: no two may share it, or a change and its
    // withdrawal could change places.
    return env.fromSource(
            source,
            WatermarkStrategy.<RawEvent>noWatermarks()
                .withTimestampAssigner((raw, stamped) -> sequence(raw.place())),
            "settlements")
        .uid("settlements");
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    return env.fromData(Types.STRING, bundle).uid("rule-sets").name("rule sets");
  }

  private static long sequence(Place place) {
    return ((long) place.partition() << OFFSET_BITS) + place.position();
  }
}

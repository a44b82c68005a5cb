package org.fundwatch.streaming.job;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.intake.RawEventCodec;

/** Keeps a record's bytes as they are, with the place they came from. */
final class RawMessages implements KafkaRecordDeserializationSchema<RawEvent> {

  private static final long serialVersionUID = 1;
  private static final byte[] NOTHING = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
    Place place = new Place(record.topic(), record.partition(), record.offset(), false);
    out.collect(new RawEvent(place, record.value() == null ? NOTHING : record.value()));
  }

  @Override
  public TypeInformation<RawEvent> getProducedType() {
    return RawEventCodec.TYPE;
  }
}

package org.fundwatch.streaming.intake;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a message as it was found. */
public final class RawEventCodec implements Codec<RawEvent> {

  /** The record as Flink sees it. */
  public static final RecordType<RawEvent> TYPE = new RecordType<>(new RawEventCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<RawEvent> type() {
    return RawEvent.class;
  }

  @Override
  public void write(RawEvent value, Sink out) {
    Places.write(value.place(), out);
    out.bytes(value.bytes());
  }

  @Override
  public RawEvent read(Source in) {
    return new RawEvent(Places.read(in), in.bytes());
  }
}

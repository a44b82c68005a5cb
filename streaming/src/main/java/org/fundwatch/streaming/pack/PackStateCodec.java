package org.fundwatch.streaming.pack;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;
import org.fundwatch.streaming.codec.Visits;

/** The layout of a drug pack's state. */
public final class PackStateCodec implements Codec<PackState> {

  /** The record as Flink sees it. */
  public static final RecordType<PackState> TYPE = new RecordType<>(new PackStateCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<PackState> type() {
    return PackState.class;
  }

  @Override
  public void write(PackState value, Sink out) {
    out.number(value.schema());
    out.list(value.sales(), Visits::write);
    out.list(value.said(), Findings::write);
  }

  @Override
  public PackState read(Source in) {
    return new PackState(in.smallNumber(), in.list(Visits::sale), in.list(Findings::read));
  }
}

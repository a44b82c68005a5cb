package org.fundwatch.streaming.pack;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;
import org.fundwatch.streaming.codec.Visits;

/** The layout of a change of a drug pack's sales. */
public final class PackChangeCodec implements Codec<PackChange> {

  /** The record as Flink sees it. */
  public static final RecordType<PackChange> TYPE = new RecordType<>(new PackChangeCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<PackChange> type() {
    return PackChange.class;
  }

  @Override
  public void write(PackChange value, Sink out) {
    out.word(value.code());
    out.list(value.gone(), Visits::write);
    out.list(value.come(), Visits::write);
    Findings.write(value.cause(), out);
  }

  @Override
  public PackChange read(Source in) {
    return new PackChange(
        in.word(), in.list(Visits::sale), in.list(Visits::sale), Findings.cause(in));
  }
}

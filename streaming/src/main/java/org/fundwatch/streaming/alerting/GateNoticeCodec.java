package org.fundwatch.streaming.alerting;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a gate's notice. */
public final class GateNoticeCodec implements Codec<GateNotice> {

  /** The record as Flink sees it. */
  public static final RecordType<GateNotice> TYPE = new RecordType<>(new GateNoticeCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<GateNotice> type() {
    return GateNotice.class;
  }

  @Override
  public void write(GateNotice value, Sink out) {
    out.word(value.subject());
    Findings.write(value.gate(), out);
    out.flag(value.lifted());
    Findings.write(value.cause(), out);
  }

  @Override
  public GateNotice read(Source in) {
    return new GateNotice(in.word(), Findings.gate(in), in.flag(), Findings.cause(in));
  }
}

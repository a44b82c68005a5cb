package org.fundwatch.streaming.alerting;

import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of what an alert is told. */
public final class AlertNoticeCodec implements Codec<AlertNotice> {

  /** The record as Flink sees it. */
  public static final RecordType<AlertNotice> TYPE = new RecordType<>(new AlertNoticeCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<AlertNotice> type() {
    return AlertNotice.class;
  }

  @Override
  public void write(AlertNotice value, Sink out) {
    out.optional(value.gate(), GateNoticeCodec.TYPE.codec()::write);
    out.optional(value.published(), AlertCodec.TYPE.codec()::write);
  }

  @Override
  public AlertNotice read(Source in) {
    return new AlertNotice(
        in.optional(GateNoticeCodec.TYPE.codec()::read),
        in.optional(AlertCodec.TYPE.codec()::read));
  }
}

package org.fundwatch.streaming.period;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a period's findings. */
public final class PeriodFindingsCodec implements Codec<PeriodFindings> {

  /** The record as Flink sees it. */
  public static final RecordType<PeriodFindings> TYPE = new RecordType<>(new PeriodFindingsCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<PeriodFindings> type() {
    return PeriodFindings.class;
  }

  @Override
  public void write(PeriodFindings value, Sink out) {
    out.number(value.schema());
    out.list(value.said(), Findings::write);
  }

  @Override
  public PeriodFindings read(Source in) {
    return new PeriodFindings(in.smallNumber(), in.list(Findings::read));
  }
}

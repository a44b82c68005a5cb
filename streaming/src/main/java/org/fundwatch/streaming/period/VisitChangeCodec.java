package org.fundwatch.streaming.period;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;
import org.fundwatch.streaming.codec.Visits;

/** The layout of a settlement's change in a period. */
public final class VisitChangeCodec implements Codec<VisitChange> {

  /** The record as Flink sees it. */
  public static final RecordType<VisitChange> TYPE = new RecordType<>(new VisitChangeCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<VisitChange> type() {
    return VisitChange.class;
  }

  @Override
  public void write(VisitChange value, Sink out) {
    out.word(value.key());
    Visits.write(value.visit(), out);
    out.flag(value.stands());
    Findings.write(value.cause(), out);
  }

  @Override
  public VisitChange read(Source in) {
    return new VisitChange(in.word(), Visits.read(in), in.flag(), Findings.cause(in));
  }
}

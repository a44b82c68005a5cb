package org.fundwatch.streaming.judging;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.Findings;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of changes of one subject. */
public final class SubjectChangesCodec implements Codec<SubjectChanges> {

  /** The record as Flink sees it. */
  public static final RecordType<SubjectChanges> TYPE = new RecordType<>(new SubjectChangesCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<SubjectChanges> type() {
    return SubjectChanges.class;
  }

  @Override
  public void write(SubjectChanges value, Sink out) {
    out.text(value.subject());
    out.list(value.changes(), Findings::write);
  }

  @Override
  public SubjectChanges read(Source in) {
    return new SubjectChanges(in.text(), in.list(Findings::change));
  }
}

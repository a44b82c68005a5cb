package org.fundwatch.streaming.codec;

import org.fundwatch.domain.finding.FindingChange;

/** The layout of a change of a finding on its own. */
public final class FindingChangeCodec implements Codec<FindingChange> {

  /** The record as Flink sees it. */
  public static final RecordType<FindingChange> TYPE = new RecordType<>(new FindingChangeCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<FindingChange> type() {
    return FindingChange.class;
  }

  @Override
  public void write(FindingChange value, Sink out) {
    Findings.write(value, out);
  }

  @Override
  public FindingChange read(Source in) {
    return Findings.change(in);
  }
}

package org.fundwatch.streaming.codec;

import org.fundwatch.domain.finding.DataGate;

/** The layout of a data gate. */
public final class DataGateCodec implements Codec<DataGate> {

  /** The record as Flink sees it. */
  public static final RecordType<DataGate> TYPE = new RecordType<>(new DataGateCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<DataGate> type() {
    return DataGate.class;
  }

  @Override
  public void write(DataGate value, Sink out) {
    Findings.write(value, out);
  }

  @Override
  public DataGate read(Source in) {
    return Findings.gate(in);
  }
}

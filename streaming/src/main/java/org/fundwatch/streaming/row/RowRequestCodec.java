package org.fundwatch.streaming.row;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a request for rows. */
public final class RowRequestCodec implements Codec<RowRequest> {

  /** The record as Flink sees it. */
  public static final RecordType<RowRequest> TYPE = new RecordType<>(new RowRequestCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<RowRequest> type() {
    return RowRequest.class;
  }

  @Override
  public void write(RowRequest value, Sink out) {
    out.text(value.person());
    out.words(value.settlementIds());
  }

  @Override
  public RowRequest read(Source in) {
    return new RowRequest(in.text(), in.words());
  }
}

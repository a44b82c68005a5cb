package org.fundwatch.streaming.row;

import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a settlement row. */
public final class SettlementRowCodec implements Codec<SettlementRow> {

  /** The record as Flink sees it. */
  public static final RecordType<SettlementRow> TYPE = new RecordType<>(new SettlementRowCodec());

  private static final long serialVersionUID = 1;
  private static final Codec<SettlementEvent> MESSAGE = new SettlementEventCodec();

  @Override
  public Class<SettlementRow> type() {
    return SettlementRow.class;
  }

  @Override
  public void write(SettlementRow value, Sink out) {
    out.number(value.schema());
    out.text(value.settlementId());
    out.flag(value.stands());
    out.list(value.messages(), MESSAGE::write);
  }

  @Override
  public SettlementRow read(Source in) {
    return new SettlementRow(in.smallNumber(), in.text(), in.flag(), in.list(MESSAGE::read));
  }
}

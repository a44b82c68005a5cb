package org.fundwatch.streaming.person;

import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;
import org.fundwatch.streaming.person.PersonInput.Asked;
import org.fundwatch.streaming.person.PersonInput.Happened;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.row.RowRequestCodec;

/** The layout of what the person desk gets. */
public final class PersonInputCodec implements Codec<PersonInput> {

  /** The record as Flink sees it. */
  public static final RecordType<PersonInput> TYPE = new RecordType<>(new PersonInputCodec());

  private static final long serialVersionUID = 1;
  private static final Codec<SettlementEvent> EVENT = new SettlementEventCodec();
  private static final Codec<RowRequest> REQUEST = new RowRequestCodec();

  @Override
  public Class<PersonInput> type() {
    return PersonInput.class;
  }

  @Override
  public void write(PersonInput value, Sink out) {
    out.flag(value instanceof Happened);
    if (value instanceof Happened told) {
      EVENT.write(told.event(), out);
    } else if (value instanceof Asked asked) {
      REQUEST.write(asked.request(), out);
    }
  }

  @Override
  public PersonInput read(Source in) {
    return in.flag() ? new Happened(EVENT.read(in)) : new Asked(REQUEST.read(in));
  }
}

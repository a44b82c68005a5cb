package org.fundwatch.streaming.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;

/** The layout of a settlement event. */
public final class SettlementEventCodec implements Codec<SettlementEvent> {

  /** The record as Flink sees it. */
  public static final RecordType<SettlementEvent> TYPE =
      new RecordType<>(new SettlementEventCodec());

  private static final long serialVersionUID = 1;
  private static final EventKind[] KINDS = EventKind.values();

  @Override
  public Class<SettlementEvent> type() {
    return SettlementEvent.class;
  }

  @Override
  public void write(SettlementEvent value, Sink out) {
    out.number(value.schema());
    out.constant(value.kind());
    out.word(value.transaction());
    out.text(value.messageId());
    out.moment(value.sentMillis());
    out.text(value.reversesMessageId());
    Settlements.write(value.settlement(), out);
    out.count(value.extras().size());
    value
        .extras()
        .forEach(
            (pointer, json) -> {
              out.text(pointer);
              out.text(json);
            });
  }

  @Override
  public SettlementEvent read(Source in) {
    return new SettlementEvent(
        in.smallNumber(),
        in.constant(KINDS),
        in.word(),
        in.text(),
        in.moment(),
        in.text(),
        Settlements.read(in),
        extras(in));
  }

  private static Map<String, String> extras(Source in) {
    int size = in.smallCount();
    if (size == 0) {
      return Map.of();
    }
    Map<String, String> extras = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      extras.put(in.text(), in.text());
    }
    return extras;
  }
}

package org.fundwatch.streaming.codec;

import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Reversal;
import org.fundwatch.domain.timeline.SettlementFact;

/** The layout of a person's history and its parts. */
public final class Histories {

  private static final EventKind[] KINDS = EventKind.values();
  private static final Reversal.Target[] TARGETS = Reversal.Target.values();

  private Histories() {}

  public static void write(PersonHistory value, Sink out) {
    out.number(value.schema());
    out.list(value.facts(), Histories::write);
    out.list(value.reversals(), Histories::write);
  }

  public static PersonHistory read(Source in) {
    return new PersonHistory(
        in.smallNumber(), in.list(Histories::fact), in.list(Histories::reversal));
  }

  private static void write(SettlementFact value, Sink out) {
    out.constant(value.kind());
    out.word(value.messageId());
    out.moment(value.sentMillis());
    Settlements.write(value.head(), out);
    out.list(value.items(), Histories::write);
    out.ascending(value.activeDays());
    out.ascending(value.chargedDays());
  }

  private static SettlementFact fact(Source in) {
    return new SettlementFact(
        in.constant(KINDS),
        in.word(),
        in.moment(),
        Settlements.read(in),
        in.list(Histories::item),
        in.ascending(),
        in.ascending());
  }

  private static void write(ItemTotal value, Sink out) {
    out.word(value.item());
    out.word(value.category());
    out.number(value.countE4());
    out.number(value.amountFen());
    out.number(value.supplyDaysE2());
    out.number(value.days());
  }

  private static ItemTotal item(Source in) {
    return new ItemTotal(
        in.word(), in.word(), in.number(), in.number(), in.number(), in.smallNumber());
  }

  private static void write(Reversal value, Sink out) {
    out.constant(value.target());
    out.word(value.of());
    out.text(value.messageId());
    out.moment(value.sentMillis());
  }

  private static Reversal reversal(Source in) {
    return new Reversal(in.constant(TARGETS), in.word(), in.text(), in.moment());
  }
}

package org.fundwatch.streaming.testing;

import java.util.List;
import java.util.Map;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;

/** The messages that take something back, in the ways of the national interface. */
public final class Reversals {

  private Reversals() {}

  /**
   * The cancellation of a settlement: a red-ink row of its own.
   *
   * @param negative whether its amounts are negated, as some places do and others do not
   */
  public static SettlementEvent cancellation(
      SettlementEvent settled, String id, String message, String at, boolean negative) {
    Settlement s = settled.settlement();
    Amounts a = s.amounts();
    Amounts amounts =
        negative
            ? new Amounts(
                -a.totalFen(),
                0,
                0,
                0,
                -a.inScopeFen(),
                0,
                -a.poolFen(),
                -a.fundFen(),
                0,
                0,
                0,
                0,
                0)
            : a;
    String transaction = s.stay() == null ? "2208" : "2305";
    return event(
        transaction, message, "", row(s, id, s.settlementId(), SettlementBuilder.at(at), amounts));
  }

  /** A 2601, because the reply to the message was lost. */
  public static SettlementEvent ofMessage(
      SettlementEvent event, String id, String message, String at) {
    Settlement s = event.settlement();
    return event(
        "2601", message, event.messageId(), row(s, id, "", SettlementBuilder.at(at), s.amounts()));
  }

  /** A cancelled registration (2202), admission (2404) or discharge (2405). */
  public static SettlementEvent ofEncounter(String transaction, Settlement about, String message) {
    return event(transaction, message, "", about);
  }

  private static SettlementEvent event(
      String transaction, String message, String reverses, Settlement about) {
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        EventKind.REVERSED,
        transaction,
        message,
        about.settledMillis(),
        reverses,
        about,
        Map.of());
  }

  private static Settlement row(
      Settlement s, String id, String original, long settledMillis, Amounts amounts) {
    return new Settlement(
        id,
        s.encounterId(),
        original,
        s.person(),
        s.institution(),
        s.insurance(),
        s.medType(),
        settledMillis,
        s.doctor(),
        s.midStay(),
        "",
        amounts,
        s.stay(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

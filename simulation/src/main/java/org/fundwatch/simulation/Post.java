package org.fundwatch.simulation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.time.ShanghaiTime;

/** Wraps settlements into the messages of the national interface. */
final class Post {

  private Post() {}

  /** The settling message. */
  static SettlementEvent settled(Settlement s, long sentMillis) {
    String transaction =
        switch (MedType.of(s.medType())) {
          case PHARMACY -> "2102";
          case INPATIENT -> "2304";
          case OUTPATIENT, OTHER -> "2207";
        };
    EventKind kind = s.midStay() ? EventKind.MID_STAY : EventKind.SETTLED;
    return event(kind, transaction, s, sentMillis, "", 0);
  }

  /** The settlement list, uploaded later: stay, diagnoses, operations and group, no lines. */
  static SettlementEvent list(Settlement s, long sentMillis) {
    Settlement bare =
        new Settlement(
            s.settlementId(),
            s.encounterId(),
            "",
            s.person(),
            s.institution(),
            s.insurance(),
            s.medType(),
            s.settledMillis(),
            s.doctor(),
            s.midStay(),
            "",
            Amounts.ZERO,
            s.stay(),
            s.grouping(),
            s.diagnoses(),
            s.operations(),
            List.of(),
            List.of(),
            List.of());
    return event(EventKind.AMENDED, "4101", bare, sentMillis, "", 1);
  }

  /** The cancellation of a settlement: a row of its own with negated totals. */
  static SettlementEvent reversal(Settlement s, String ownId, long sentMillis) {
    String transaction =
        switch (MedType.of(s.medType())) {
          case PHARMACY -> "2103";
          case INPATIENT -> "2305";
          case OUTPATIENT, OTHER -> "2208";
        };
    Settlement row = negated(s, ownId, s.settlementId(), sentMillis);
    return event(EventKind.REVERSED, transaction, row, sentMillis, "", 2);
  }

  /** The cancellation of a message whose reply was lost. */
  static SettlementEvent messageReversal(SettlementEvent original, String ownId, long sentMillis) {
    Settlement row = negated(original.settlement(), ownId, "", sentMillis);
    return event(EventKind.REVERSED, "2601", row, sentMillis, original.messageId(), 2);
  }

  private static Settlement negated(Settlement s, String ownId, String originalId, long millis) {
    Amounts a = s.amounts();
    Amounts negative =
        new Amounts(
            -a.totalFen(),
            -a.ownPayFen(),
            -a.overLimitFen(),
            -a.prePayFen(),
            -a.inScopeFen(),
            -a.deductibleFen(),
            -a.poolFen(),
            -a.fundFen(),
            -a.personFen(),
            -a.accountFen(),
            -a.mutualFen(),
            -a.cashFen(),
            -a.hospitalFen());
    return new Settlement(
        ownId,
        s.encounterId(),
        originalId,
        s.person(),
        s.institution(),
        s.insurance(),
        s.medType(),
        millis,
        s.doctor(),
        s.midStay(),
        "",
        negative,
        s.stay(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static SettlementEvent event(
      EventKind kind,
      String transaction,
      Settlement s,
      long sentMillis,
      String reverses,
      int message) {
    String id = s.institution().code() + stamp(sentMillis) + Ids.suffix(s.settlementId(), message);
    return new SettlementEvent(
        SettlementEvent.SCHEMA, kind, transaction, id, sentMillis, reverses, s, Map.of());
  }

  // yyyyMMddHHmmss
  private static String stamp(long millis) {
    LocalDateTime time = ShanghaiTime.dateTime(millis);
    long date = time.getYear() * 10_000L + time.getMonthValue() * 100L + time.getDayOfMonth();
    long clock = time.getHour() * 10_000L + time.getMinute() * 100L + time.getSecond();
    return Long.toString(date * 1_000_000L + clock);
  }
}

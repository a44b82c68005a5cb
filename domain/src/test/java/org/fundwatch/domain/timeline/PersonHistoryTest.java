package org.fundwatch.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.at;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;
import org.junit.jupiter.api.Test;

class PersonHistoryTest {

  private static final SettlementEvent FIRST =
      settlement("S1")
          .stay("2026-03-01 09:00:00", "2026-03-08 09:00:00")
          .diagnosis("J18.900")
          .line("110900001000000", "01", "7", "350.00", "2026-03-01 12:00:00")
          .line("250101001000000", "04", "1", "20.00", "2026-03-02 12:00:00")
          .line("250101001000000", "04", "-1", "-20.00", "2026-03-02 13:00:00", "2")
          .event(EventKind.SETTLED);
  private static final SettlementEvent LIST =
      settlement("S1")
          .stay("2026-03-01 09:00:00", "2026-03-07 09:00:00")
          .diagnosis("J15.900")
          .totalYuan("0")
          .event(EventKind.AMENDED);
  private static final SettlementEvent HALF =
      settlement("S2")
          .encounter("M2")
          .stay("2026-04-01 09:00:00", "2026-04-30 09:00:00")
          .midStay()
          .event(EventKind.MID_STAY);
  private static final SettlementEvent REST =
      settlement("S3")
          .encounter("M2")
          .stay("2026-04-30 09:00:00", "2026-05-20 09:00:00")
          .event(EventKind.SETTLED);
  private static final SettlementEvent WRONG =
      settlement("S4").settledAt("2026-05-01 09:00:00").event(EventKind.SETTLED);
  private static final SettlementEvent CANCEL =
      settlement("S5").reverses("S4").settledAt("2026-05-01 10:00:00").event(EventKind.REVERSED);
  private static final SettlementEvent LOST =
      settlement("S6").settledAt("2026-05-03 09:00:00").event(EventKind.SETTLED, "MSG-LOST");
  private static final SettlementEvent CANCEL_MESSAGE = cancel("2601", "MSG-LOST");
  private static final List<SettlementEvent> ALL =
      List.of(FIRST, LIST, HALF, REST, WRONG, CANCEL, LOST, CANCEL_MESSAGE);

  @Property(seed = "20261122", tries = 300)
  void timeline_anyOrderWithDuplicates_isTheSame(@ForAll long shuffle) {
    List<SettlementEvent> events = new ArrayList<>(ALL);
    Random random = new Random(shuffle);
    events.add(ALL.get(random.nextInt(ALL.size())));
    Collections.shuffle(events, random);

    assertThat(timelineOf(events)).isEqualTo(timelineOf(ALL));
  }

  @Test
  void timeline_reversedSettlement_isAsIfItHadNeverBeen() {
    assertThat(timelineOf(List.of(FIRST, WRONG, CANCEL, LOST, CANCEL_MESSAGE)))
        .isEqualTo(timelineOf(List.of(FIRST)));
  }

  @Test
  void timeline_settlementList_correctsWhatItStatesAndKeepsTheRest() {
    Encounter stay = timelineOf(List.of(LIST, FIRST)).encounters().get(0);

    assertThat(stay.head().mainDiagnosis()).isEqualTo("J15.900");
    assertThat(stay.endMillis()).isEqualTo(at("2026-03-07 09:00:00"));
    assertThat(stay.head().amounts().totalFen()).isEqualTo(10_000);
    assertThat(stay.items()).as("what was refunded was never charged").hasSize(1);
  }

  @Test
  void timeline_listWithoutItsSettlement_waitsInSilence() {
    assertThat(timelineOf(List.of(LIST)).encounters()).isEmpty();
  }

  @Test
  void timeline_staySettledInParts_isOneEncounter() {
    Encounter stay = timelineOf(List.of(REST, HALF)).encounters().get(0);

    assertThat(stay.settlementIds()).containsExactly("S2", "S3");
    assertThat(stay.beginMillis()).isEqualTo(at("2026-04-01 09:00:00"));
    assertThat(stay.endMillis()).isEqualTo(at("2026-05-20 09:00:00"));
    assertThat(stay.head().amounts().totalFen()).isEqualTo(20_000);
    assertThat(stay.head().stay().days()).isEqualTo(49);
  }

  @Test
  void encounter_refundedLine_leavesNoActiveDay() {
    Encounter stay = timelineOf(List.of(FIRST)).encounters().get(0);

    assertThat(stay.activeDays()).isEmpty();
    assertThat(stay.chargedDays()).hasSize(1);
    assertThat(stay.categoryFen("04")).isZero();
    assertThat(stay.categoryFen("01")).isEqualTo(35_000);
  }

  @Test
  void timeline_laterListReversed_goesBackToTheOneBefore() {
    SettlementEvent later =
        settlement("S1")
            .stay("2026-03-01 09:00:00", "2026-03-09 09:00:00")
            .diagnosis("J44.100")
            .event(EventKind.AMENDED, "MSG-LATER");

    assertAsIf(List.of(FIRST, LIST), List.of(FIRST, LIST, later, cancel("2601", "MSG-LATER")));
  }

  @Test
  void timeline_settlementSentAgainAfterItsMessageWasReversed_stands() {
    SettlementEvent again =
        settlement("S6").settledAt("2026-05-03 10:00:00").event(EventKind.SETTLED, "MSG-AGAIN");

    assertAsIf(List.of(again), List.of(LOST, CANCEL_MESSAGE, again));
  }

  @Test
  void timeline_reversalReversed_leavesTheSettlementStanding() {
    SettlementEvent taken = cancel("2601", CANCEL.messageId());

    assertAsIf(List.of(WRONG), List.of(WRONG, CANCEL, taken));
    assertAsIf(
        List.of(), List.of(WRONG, CANCEL, taken, cancel("2601", taken.messageId(), "MSG-ZZ")));
  }

  @Test
  void timeline_reversalsThatNameEachOther_areDecidedByTheLaterOne() {
    SettlementEvent one = cancel("2601", "MSG-B", "MSG-A");
    SettlementEvent other = cancel("2601", "MSG-A", "MSG-B");

    assertAsIf(List.of(WRONG), List.of(WRONG, one, other));
  }

  @Test
  void timeline_admissionCancelled_takesTheWholeEncounterBack() {
    assertAsIf(List.of(FIRST), List.of(FIRST, HALF, REST, cancelEncounter("2404", "2026-05-21")));
  }

  @Test
  void timeline_dischargeCancelled_leavesThePartsBeforeAndTheSettlementAfter() {
    SettlementEvent after =
        settlement("S9")
            .encounter("M2")
            .stay("2026-04-30 09:00:00", "2026-05-25 09:00:00")
            .event(EventKind.SETTLED);

    assertAsIf(
        List.of(HALF, after), List.of(HALF, REST, cancelEncounter("2405", "2026-05-21"), after));
  }

  @Test
  void timeline_oneMessageThatSaysTwoThings_isTheSameInAnyOrder() {
    SettlementEvent dear =
        settlement("S4")
            .settledAt("2026-05-01 09:00:00")
            .totalYuan("999")
            .event(EventKind.SETTLED, WRONG.messageId());

    assertThat(timelineOf(List.of(WRONG, dear))).isEqualTo(timelineOf(List.of(dear, WRONG)));
  }

  @Test
  void encounter_refundedOnALaterDay_wasNeverCharged() {
    SettlementEvent refunded =
        settlement("S7")
            .settledAt("2026-03-05 12:00:00")
            .line("250101001000000", "04", "2", "40.00", "2026-03-02 12:00:00")
            .line("250101001000000", "04", "-2", "-40.00", "2026-03-04 12:00:00", "1")
            .event(EventKind.SETTLED);
    SettlementEvent plain =
        settlement("S7").settledAt("2026-03-05 12:00:00").event(EventKind.SETTLED);

    assertThat(timelineOf(List.of(refunded))).isEqualTo(timelineOf(List.of(plain)));
  }

  @Test
  void stay_laterPartRefundsALineOfTheEarlier_wasNeverChargedIt() {
    SettlementEvent charged =
        settlement("S2")
            .encounter("M2")
            .stay("2026-04-01 09:00:00", "2026-04-30 09:00:00")
            .line("250101001000000", "04", "2", "40.00", "2026-04-02 12:00:00")
            .midStay()
            .event(EventKind.MID_STAY);
    SettlementEvent refunding =
        settlement("S3")
            .encounter("M2")
            .stay("2026-04-30 09:00:00", "2026-05-20 09:00:00")
            .line("250101001000000", "04", "-2", "-40.00", "2026-05-02 12:00:00", "1")
            .event(EventKind.SETTLED);

    assertThat(timelineOf(List.of(refunding, charged)).encounters().get(0).items()).isEmpty();
  }

  @Test
  void since_olderFacts_areForgotten() {
    PersonHistory history = PersonHistory.EMPTY.with(FIRST).with(REST).with(CANCEL);

    PersonHistory recent = history.since(at("2026-05-01 00:00:00"));

    assertThat(recent.facts()).extracting(fact -> fact.head().settlementId()).containsExactly("S3");
    assertThat(recent.reversals()).hasSize(1);
    assertThat(history.since(0)).isSameAs(history);
  }

  private static Timeline timelineOf(List<SettlementEvent> events) {
    PersonHistory history = PersonHistory.EMPTY;
    for (SettlementEvent event : events) {
      history = history.with(event);
    }
    return history.timeline();
  }

  private static void assertAsIf(List<SettlementEvent> clean, List<SettlementEvent> events) {
    List<SettlementEvent> backwards = new ArrayList<>(events);
    Collections.reverse(backwards);

    assertThat(timelineOf(events)).isEqualTo(timelineOf(clean));
    assertThat(timelineOf(backwards)).isEqualTo(timelineOf(clean));
  }

  private static SettlementEvent cancel(String transaction, String message) {
    return cancel(transaction, message, "MSG-" + transaction + message);
  }

  private static SettlementEvent cancel(String transaction, String message, String ownMessage) {
    return event(
        transaction, ownMessage, message, settlement("S6").settledAt("2026-05-03 09:05:00"));
  }

  private static SettlementEvent cancelEncounter(String transaction, String day) {
    return event(
        transaction,
        "MSG-" + transaction,
        "",
        settlement("S8").encounter("M2").settledAt(day + " 09:00:00"));
  }

  private static SettlementEvent event(
      String transaction, String message, String reverses, SettlementBuilder about) {
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        EventKind.REVERSED,
        transaction,
        message,
        about.build().settledMillis(),
        reverses,
        about.build(),
        Map.of());
  }
}

package org.fundwatch.streaming.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.period.VisitChange;
import org.fundwatch.streaming.testing.Desk;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonDeskHarnessTest {

  private static final Duration HORIZON = Duration.ofDays(400);
  private static final String PACK = "81234560000000000001";
  private static final String DRUG = "XA01ABD075A002010100483";
  private static final SettlementEvent EARLIER =
      settlement("S1").stay("2026-03-01 09:00:00", "2026-03-08 09:00:00").event(EventKind.SETTLED);
  private static final SettlementEvent LATER =
      settlement("S2").stay("2026-03-12 09:00:00", "2026-03-18 09:00:00").event(EventKind.SETTLED);
  private static final SettlementEvent CANCEL_EARLIER =
      settlement("S3").reverses("S1").settledAt("2026-03-20 09:00:00").event(EventKind.REVERSED);
  private static final SettlementEvent DEAR =
      settlement("S4")
          .settledAt("2026-03-18 09:00:00")
          .line("110900001000000", "04", "1", "1350.00", "2026-03-18 08:00:00")
          .line(DRUG, "09", "1", "30.00", "2026-03-18 08:00:00")
          .traceCode(PACK, DRUG)
          .event(EventKind.SETTLED);

  private Desk<SettlementEvent> desk;

  @BeforeEach
  void open() throws Exception {
    desk = newDesk();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void stays_inOrder_makeAPair() throws Exception {
    desk.send(EARLIER);
    assertThat(desk.said()).isEmpty();

    desk.send(LATER);

    assertThat(desk.said()).containsExactly("+T2-stay-pair");
    assertThat(desk.entries()).as("the person and the events with their lines").isEqualTo(2);
    assertThat(desk.timers()).isZero();
  }

  @Test
  void stays_theEarlierOneLate_makeTheSamePair() throws Exception {
    desk.send(LATER);
    desk.send(EARLIER);

    assertThat(desk.said()).containsExactly("+T2-stay-pair");
  }

  @Test
  void pair_earlierStayReversed_isTakenBack() throws Exception {
    desk.send(EARLIER);
    desk.send(LATER);
    desk.said();

    desk.send(CANCEL_EARLIER);

    assertThat(desk.said()).containsExactly("-T2-stay-pair");
  }

  @Test
  void reversal_beforeItsOriginal_leavesNothingToSay() throws Exception {
    desk.send(CANCEL_EARLIER);
    desk.send(LATER);
    desk.send(EARLIER);

    assertThat(desk.said()).isEmpty();
    assertThat(desk.side(PersonDesk.DOCTOR_VISITS))
        .extracting(change -> change.visit().settlementId())
        .containsExactly("S2");
  }

  @Test
  void duplicate_changesNothing() throws Exception {
    desk.send(DEAR);
    int forks = desk.side(PersonDesk.INSTITUTION_VISITS).size();
    desk.said();

    desk.send(DEAR);

    assertThat(desk.said()).isEmpty();
    assertThat(desk.side(PersonDesk.INSTITUTION_VISITS)).hasSize(forks);
  }

  @Test
  void settlement_isToldToTheOtherDesks_andTakenBackWhenReversed() throws Exception {
    desk.send(DEAR);
    desk.send(
        settlement("S5").reverses("S4").settledAt("2026-03-20 09:00:00").event(EventKind.REVERSED));

    assertThat(desk.said()).containsExactly("+T1-dear-line", "-T1-dear-line");
    assertThat(desk.side(PersonDesk.DOCTOR_VISITS))
        .extracting(VisitChange::key, VisitChange::stands)
        .containsExactly(tuple("D330100000001/20530", true), tuple("D330100000001/20530", false));
    assertThat(desk.side(PersonDesk.PACKS))
        .extracting(
            PackChange::code, change -> change.come().size(), change -> change.gone().size())
        .containsExactly(tuple(PACK, 1, 0), tuple(PACK, 0, 1));
    assertThat(desk.side(PersonDesk.PACKS).get(0).come().get(0).amountFen()).isEqualTo(3000);
  }

  @Test
  void settlementList_movesTheDischarge_andThePairGoesAndComesBack() throws Exception {
    desk.send(EARLIER);
    desk.send(LATER);
    desk.said();

    desk.send(
        settlement("S2")
            .stay("2026-03-28 09:00:00", "2026-03-30 09:00:00")
            .event(EventKind.AMENDED));

    assertThat(desk.said()).containsExactly("-T2-stay-pair");
  }

  @Test
  void rules_changeWhileRunning_arePutToAPersonToWhomNothingHappens() throws Exception {
    desk.send(EARLIER);
    desk.send(LATER);
    desk.said();

    desk.rules("v1 2 2");

    assertThat(desk.said()).containsExactly("-T2-stay-pair");
    desk.rules("v2 15 2");
    assertThat(desk.said()).containsExactly("+T2-stay-pair");
    assertThat(desk.reported())
        .containsExactly(
            "RUNNING v0",
            "RUNNING v1",
            "SWEPT v1 1 keys judged again",
            "RUNNING v2",
            "SWEPT v2 1 keys judged again");
  }

  @Test
  void rules_onLines_seeTheLinesOfThePast() throws Exception {
    desk.rules("v1 15 2 1000.00");
    desk.send(DEAR);
    assertThat(desk.said()).containsExactly("+T1-dear-line");

    desk.rules("v2 15 2 2000.00");
    assertThat(desk.said()).containsExactly("-T1-dear-line");

    desk.rules("v3 15 2 1300.00");
    assertThat(desk.said()).containsExactly("+T1-dear-line");
  }

  @Test
  void rules_onLinesOfAReversedSettlement_sayNothing() throws Exception {
    desk.rules("v1 15 2 2000.00");
    desk.send(DEAR);
    desk.send(
        settlement("S5").reverses("S4").settledAt("2026-03-20 09:00:00").event(EventKind.REVERSED));

    desk.rules("v2 15 2 1000.00");

    assertThat(desk.said()).isEmpty();
  }

  @Test
  void rules_changedForManyPersons_goInSlicesWhileEventsGoOn() throws Exception {
    desk.clock(1);
    for (int i = 0; i < 200; i++) {
      desk.send(dearOf("P" + i));
    }
    desk.said();

    desk.rules("v1 15 2 2000.00");

    assertThat(desk.said()).as("one slice at once").hasSizeBetween(1, 199);
    desk.send(dearOf("P-late"));
    assertThat(desk.reported()).containsExactly("RUNNING v0", "RUNNING v1");
    for (int i = 2; i < 10; i++) {
      desk.clock(i);
    }
    assertThat(desk.reported()).containsExactly("SWEPT v1 200 keys judged again");
  }

  @Test
  void sweep_interruptedByARestart_isDoneAfterIt() throws Exception {
    desk.clock(1);
    for (int i = 0; i < 200; i++) {
      desk.send(dearOf("P" + i));
    }
    desk.said();
    desk.rules("v1 15 2 2000.00");
    int before = desk.said().size();
    var snapshot = desk.snapshot();
    desk.close();

    desk = Desk.ofEvents(function(), snapshot);
    for (int i = 1; i < 10; i++) {
      desk.clock(i);
    }

    assertThat(before).isBetween(1, 199);
    assertThat(desk.said()).hasSize(200 - before).containsOnly("-T1-dear-line");
    assertThat(desk.reported()).containsExactly("RUNNING v1", "SWEPT v1 200 keys judged again");
  }

  @Test
  void rules_backAgainBeforeTheSweepEnds_leaveNobodyJudgedByTheOthers() throws Exception {
    desk.clock(1);
    for (int i = 0; i < 200; i++) {
      desk.send(dearOf("P" + i));
    }
    desk.said();

    desk.rules("v1 15 2 2000.00");
    desk.rules(TrivialJudge.BUILT_IN);
    for (int i = 2; i < 10; i++) {
      desk.clock(i);
    }

    List<String> said = desk.said();
    assertThat(said).filteredOn("-T1-dear-line"::equals).isNotEmpty();
    assertThat(said).filteredOn("+T1-dear-line"::equals).hasSize(said.size() / 2);
  }

  @Test
  void rules_otherVersionWithTheSameVerdict_amendNothing() throws Exception {
    desk.send(EARLIER);
    desk.send(LATER);
    desk.said();

    desk.rules("v1 15 2");
    desk.send(settlement("S9").settledAt("2026-03-20 09:00:00").event(EventKind.SETTLED));

    assertThat(desk.said()).isEmpty();
  }

  @Test
  void rules_refused_leaveTheOnesBefore() throws Exception {
    desk.rules("nonsense");
    desk.send(EARLIER);
    desk.send(LATER);

    assertThat(desk.said()).containsExactly("+T2-stay-pair");
    assertThat(desk.reported())
        .containsExactly(
            "RUNNING v0", "REFUSED v0 rule bundle: 'nonsense'; three or four words are needed");
  }

  @Test
  void desk_restored_knowsItsPersonsAndItsRules() throws Exception {
    desk.rules("v1 15 2");
    desk.send(EARLIER);
    var snapshot = desk.snapshot();
    desk.close();

    desk = Desk.ofEvents(function(), snapshot);
    desk.send(LATER);

    assertThat(desk.said()).containsExactly("+T2-stay-pair");
    assertThat(desk.reported()).containsExactly("RUNNING v1");
  }

  @Test
  void person_afterTheHorizon_isForgottenWithoutTakingAnythingBack() throws Exception {
    desk.send(EARLIER);
    desk.send(LATER);
    desk.said();

    desk.send(settlement("S6").settledAt("2027-06-30 09:00:00").event(EventKind.SETTLED));
    desk.send(CANCEL_EARLIER);

    assertThat(desk.said()).isEmpty();
    assertThat(desk.entries()).isEqualTo(2);
  }

  @Test
  void stay_beyondTheHorizon_isCountedAndToldToOperators() throws Exception {
    desk.clock(1);
    desk.send(settlement("S6").settledAt("2027-06-30 09:00:00").event(EventKind.SETTLED));
    desk.send(EARLIER);
    desk.send(LATER);
    desk.send(LATER);

    desk.clock(30_002);

    assertThat(desk.said()).isEmpty();
    assertThat(desk.reported())
        .containsExactly(
            "RUNNING v0",
            "COUNTED v0",
            "LATE v0 3 messages on what is longer ago than 400 days, not judged");
    desk.clock(60_003);
    assertThat(desk.reported()).as("nothing more came").containsExactly("COUNTED v0");
  }

  @Test
  void stay_withinTheHorizon_isNotTooLate() throws Exception {
    desk.clock(1);
    desk.send(settlement("S6").settledAt("2027-04-10 09:00:00").event(EventKind.SETTLED));
    desk.send(EARLIER);

    desk.clock(30_002);

    assertThat(desk.reported()).containsExactly("RUNNING v0", "COUNTED v0");
  }

  @Test
  void person_silentForTheHorizon_isGone() throws Exception {
    desk.clock(1);
    desk.send(EARLIER);

    desk.clock(HORIZON.toMillis() + 2);
    desk.send(LATER);

    assertThat(desk.said()).isEmpty();
  }

  private static SettlementEvent dearOf(String person) {
    return settlement("S" + person)
        .person(person, Gender.FEMALE)
        .settledAt("2026-03-18 09:00:00")
        .line("110900001000000", "04", "1", "1350.00", "2026-03-18 08:00:00")
        .event(EventKind.SETTLED);
  }

  private static Desk<SettlementEvent> newDesk() throws Exception {
    return Desk.ofEvents(function());
  }

  private static PersonDesk function() {
    return new PersonDesk(new TrivialJudge.Maker(), HORIZON);
  }
}

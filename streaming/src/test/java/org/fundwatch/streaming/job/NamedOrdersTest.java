package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.testing.Line;
import org.fundwatch.streaming.testing.Oracle;
import org.fundwatch.streaming.testing.Reversals;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.Verdict;
import org.junit.jupiter.api.Test;

/** Cases that inspectors would name, in every order in which their messages can arrive. */
class NamedOrdersTest {

  private static final byte[] KEY = Run.INTAKE.personKey();
  private static final Judge.Maker TRIVIAL = new TrivialJudge.Maker();
  private static final Judge.Maker LIBRARY = new LibraryJudgeMaker("");
  private static final String SPLIT = "IP01-split-admission";

  private static final SettlementEvent FIRST = pneumonia("S1", 2, 8).event(EventKind.SETTLED);
  private static final SettlementEvent SECOND = pneumonia("S2", 10, 16).event(EventKind.SETTLED);

  @Test
  void firstStayLate_makesTheSecondASplitAdmission() throws Exception {
    assertThat(inEveryOrder(LIBRARY, List.of(FIRST, SECOND), List.of(FIRST, SECOND)))
        .contains(SPLIT);
    assertThat(inEveryOrder(LIBRARY, List.of(SECOND), List.of(SECOND))).doesNotContain(SPLIT);
  }

  @Test
  void transferRecordLate_takesTheFindingBack() throws Exception {
    SettlementEvent elsewhere =
        settlement("S3")
            .institution("H33010000009")
            .stay("2026-03-08 14:00:00", "2026-03-10 07:00:00", "3", "2")
            .event(EventKind.SETTLED);
    List<SettlementEvent> all = List.of(FIRST, SECOND, elsewhere);

    assertThat(inEveryOrder(LIBRARY, all, all)).doesNotContain(SPLIT);
  }

  @Test
  void settlementListLate_thatTellsTheTransfer_takesTheFindingBack() throws Exception {
    SettlementEvent list =
        settlement("S1").stay(time(2, 9), time(8, 10), "2", "2").event(EventKind.AMENDED);
    List<SettlementEvent> all = List.of(FIRST, SECOND, list);

    assertThat(inEveryOrder(LIBRARY, all, all)).doesNotContain(SPLIT);
  }

  @Test
  void reversedOnceOrTwice_isAsIfItHadNeverBeen() throws Exception {
    SettlementEvent once = Reversals.cancellation(FIRST, "S7", "MSG-7", time(20, 9), true);
    SettlementEvent twice = Reversals.cancellation(FIRST, "S8", "MSG-8", time(21, 9), false);

    assertThat(inEveryOrder(LIBRARY, List.of(FIRST, SECOND, once), List.of(SECOND)))
        .doesNotContain(SPLIT);
    assertThat(inEveryOrder(LIBRARY, List.of(FIRST, SECOND, once, twice), List.of(SECOND)))
        .doesNotContain(SPLIT);
  }

  @Test
  void reversalThatWasReversed_leavesTheFinding() throws Exception {
    SettlementEvent once = Reversals.cancellation(FIRST, "S7", "MSG-7", time(20, 9), true);
    SettlementEvent lost = Reversals.ofMessage(once, "S8", "MSG-8", time(21, 9));

    assertThat(inEveryOrder(LIBRARY, List.of(FIRST, SECOND, once, lost), List.of(FIRST, SECOND)))
        .contains(SPLIT);
  }

  @Test
  void settledAgainUnderANewId_isFoundUnderTheNewOne() throws Exception {
    SettlementEvent cancelled = Reversals.cancellation(FIRST, "S7", "MSG-7", time(8, 11), true);
    SettlementEvent again =
        pneumonia("S9", 2, 8).encounter("MS1").event(EventKind.SETTLED, "MSG-9");

    assertThat(
            inEveryOrder(LIBRARY, List.of(FIRST, SECOND, cancelled, again), List.of(SECOND, again)))
        .contains(SPLIT);
  }

  @Test
  void dischargeCancelled_leavesTheStayThatWentOn() throws Exception {
    SettlementEvent reopened =
        Reversals.ofEncounter(
            "2405", settlement("S7").encounter("MS1").settledAt(time(8, 12)).build(), "MSG-7");
    SettlementEvent longer =
        pneumonia("S9", 2, 24).encounter("MS1").event(EventKind.SETTLED, "MSG-9");

    inEveryOrder(LIBRARY, List.of(FIRST, reopened, longer, SECOND), List.of(longer, SECOND));
  }

  @Test
  void partsOfAStay_inAnyOrder_areOneStay() throws Exception {
    SettlementEvent one = pneumonia("S5", 2, 5).encounter("ML").midStay().event(EventKind.MID_STAY);
    SettlementEvent two = pneumonia("S6", 5, 8).encounter("ML").midStay().event(EventKind.MID_STAY);
    SettlementEvent three = pneumonia("S7", 8, 9).encounter("ML").event(EventKind.SETTLED);
    List<SettlementEvent> all = List.of(one, two, three, SECOND);

    assertThat(inEveryOrder(LIBRARY, all, all)).contains(SPLIT);
  }

  @Test
  void packTakenBack_mayBeSoldAgain() throws Exception {
    SettlementEvent sold = pack("S1", "P1", 2, 10_000);
    SettlementEvent back = pack("S2", "P1", 3, -10_000);
    SettlementEvent again = pack("S3", "P2", 4, 10_000);
    String reuse = "PH02-trace-code-again";

    assertThat(inEveryOrder(LIBRARY, List.of(sold, back, again), List.of(sold, back, again)))
        .doesNotContain(reuse);
    assertThat(inEveryOrder(LIBRARY, List.of(sold, again), List.of(sold, again))).contains(reuse);
  }

  @Test
  void visitMovedToAnotherDay_isCountedThereAlone() throws Exception {
    SettlementEvent one = visit("S1", "P1", 2, 9).event(EventKind.SETTLED);
    SettlementEvent two = visit("S2", "P1", 2, 10).event(EventKind.SETTLED);
    SettlementEvent wrongDay = visit("S3", "P1", 2, 11).event(EventKind.SETTLED, "MSG-A");
    SettlementEvent moved = visit("S3", "P1", 3, 11).event(EventKind.SETTLED, "MSG-B");

    assertThat(inEveryOrder(TRIVIAL, List.of(one, two, wrongDay, moved), List.of(one, two, moved)))
        .doesNotContain(TrivialJudge.BUSY_DOCTOR);
    assertThat(inEveryOrder(TRIVIAL, List.of(one, two, wrongDay), List.of(one, two, wrongDay)))
        .contains(TrivialJudge.BUSY_DOCTOR);
  }

  @Test
  void doctorCorrectedByTheList_isCountedForTheOtherDoctor() throws Exception {
    SettlementEvent one = visit("S1", "P1", 2, 9).event(EventKind.SETTLED);
    SettlementEvent two = visit("S2", "P1", 2, 10).event(EventKind.SETTLED);
    SettlementEvent three = visit("S3", "P1", 2, 11).event(EventKind.SETTLED);
    SettlementEvent list =
        visit("S3", "P1", 2, 11).doctor("D330100000002").event(EventKind.AMENDED);
    List<SettlementEvent> all = List.of(one, two, three, list);

    assertThat(inEveryOrder(TRIVIAL, all, all)).doesNotContain(TrivialJudge.BUSY_DOCTOR);
  }

  @Test
  void settlementIdGivenToTwoPersons_isTwoSettlements() throws Exception {
    SettlementEvent one = visit("S1", "P1", 2, 9).event(EventKind.SETTLED, "MSG-A");
    SettlementEvent other = visit("S1", "P2", 2, 9).event(EventKind.SETTLED, "MSG-B");
    SettlementEvent dear = dear("S2", "P1", "MSG-C");
    SettlementEvent dearToo = dear("S2", "P2", "MSG-D");
    List<SettlementEvent> all = List.of(one, other, dear, dearToo);

    assertThat(inEveryOrder(TRIVIAL, all, all)).contains(TrivialJudge.DEAR_LINE);
  }

  /** The rules that hold in the end, the same in every order. */
  private static Set<String> inEveryOrder(
      Judge.Maker maker, List<SettlementEvent> events, List<SettlementEvent> clean)
      throws Exception {
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(clean, KEY, maker.make("", failure -> {}));
    for (List<SettlementEvent> order : orders(Oracle.tokenised(events, KEY))) {
      assertThat(Run.held(Line.run(order, maker, Desks.RETENTION, 1)))
          .as("%s", order.stream().map(SettlementEvent::messageId).toList())
          .isEqualTo(expected);
    }
    Set<String> rules = new TreeSet<>();
    for (Verdict verdict : expected.values()) {
      verdict.findings().stream().map(Finding::rule).forEach(rule -> rules.add(rule.id()));
    }
    return rules;
  }

  private static List<List<SettlementEvent>> orders(List<SettlementEvent> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<SettlementEvent>> orders = new ArrayList<>();
    for (SettlementEvent first : events) {
      List<SettlementEvent> rest = new ArrayList<>(events);
      rest.remove(first);
      for (List<SettlementEvent> order : orders(rest)) {
        List<SettlementEvent> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  private static SettlementBuilder pneumonia(String id, int from, int to) {
    SettlementBuilder stay = settlement(id).stay(time(from, 9), time(to, 10)).diagnosis("J18.900");
    for (int day = from; day < to; day++) {
      stay.line("001204000060000", "05", "1", "20.00", time(day, 12));
      stay.line("001109000010000", "01", "1", "50.00", time(day, 12));
    }
    return stay.totalYuan("6000");
  }

  private static SettlementBuilder visit(String id, String person, int day, int hour) {
    return settlement(id).person(person, Gender.FEMALE).settledAt(time(day, hour));
  }

  private static SettlementEvent dear(String id, String person, String message) {
    return visit(id, person, 5, 9)
        .line("110900001000000", "04", "1", person.equals("P1") ? "1350.00" : "1700.00", time(5, 8))
        .event(EventKind.SETTLED, message);
  }

  private static SettlementEvent pack(String id, String person, int day, long countE4) {
    String drug = "XA01ABD075A002010100483";
    return visit(id, person, day, 9)
        .institution("P33010000001")
        .medType("41")
        .line(drug, "09", "1", "30.00", time(day, 9))
        .traceCode("81234567892345678905", drug, countE4)
        .event(EventKind.SETTLED);
  }

  private static String time(int day, int hour) {
    return "2026-03-%02d %02d:00:00".formatted(day, hour);
  }
}

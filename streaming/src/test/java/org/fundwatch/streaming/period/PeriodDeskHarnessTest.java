package org.fundwatch.streaming.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.at;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.testing.Desk;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodDeskHarnessTest {

  private static final Duration RETENTION = Duration.ofDays(400);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Desk<VisitChange> desk;

  @BeforeEach
  void open() throws Exception {
    desk = newDesk(PeriodKind.DOCTOR);
    desk.clock(10_000);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void day_isJudgedOnceForAllChangesWithinThePause() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));
    assertThat(desk.said()).isEmpty();
    assertThat(desk.timers()).as("one of the clock, one at the end of input").isEqualTo(2);

    desk.clock(11_000);

    assertThat(desk.said()).containsExactly("+T4-busy-doctor");
    assertThat(desk.timers()).isZero();
    assertThat(desk.entries()).as("a map of visits and what was said").isEqualTo(2);
  }

  @Test
  void day_found_asksForTheRowsThatItNewlyPointsAt() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));
    assertThat(desk.side(RuleDesk.ROW_REQUESTS)).isEmpty();
    desk.clock(11_000);
    assertThat(desk.side(RuleDesk.ROW_REQUESTS))
        .containsExactly(new RowRequest("T1", List.of("S1", "S2", "S3")));

    desk.send(visit("S4", true));
    desk.clock(12_000);

    assertThat(desk.side(RuleDesk.ROW_REQUESTS))
        .hasSize(2)
        .contains(new RowRequest("T1", List.of("S4")));
  }

  @Test
  void day_settlementReversedLater_isTakenBack() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));
    desk.clock(11_000);
    desk.said();

    desk.send(visit("S2", false));
    desk.clock(12_000);

    assertThat(desk.said()).containsExactly("-T4-busy-doctor");
    assertThat(desk.timers()).isZero();
  }

  @Test
  void day_sameSettlementTwice_countsOnce() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.clock(11_000);

    assertThat(desk.said()).isEmpty();
  }

  @Test
  void day_pendingAtASnapshot_isJudgedAfterTheRestore() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));
    var snapshot = desk.snapshot();
    desk.close();

    desk = Desk.restore(function(PeriodKind.DOCTOR), VisitChange::key, snapshot);
    desk.clock(11_000);

    assertThat(desk.said()).containsExactly("+T4-busy-doctor");
  }

  @Test
  void day_changedWhenSettlementsMayBeGone_staysAsItWasSaid() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));
    desk.clock(11_000);
    desk.said();
    long begin = at("2026-03-18 00:00:00");

    desk.send(takenBack("S3", begin + RETENTION.toMillis() + 1));
    desk.clock(12_000);
    assertThat(desk.said()).isEmpty();

    desk.send(takenBack("S2", begin + RETENTION.toMillis()));
    desk.clock(30_000 + 10_000);
    assertThat(desk.said()).containsExactly("-T4-busy-doctor");
    assertThat(desk.reported())
        .contains("LATE v0 1 messages on what is longer ago than 400 days, not judged");
  }

  @Test
  void day_lateByATenthOfTheRetention_isStillJudgedAsAWhole() throws Exception {
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.clock(11_000);
    desk.clock(RETENTION.toMillis() + Duration.ofDays(39).toMillis());

    desk.send(visit("S3", true));
    desk.clock(RETENTION.toMillis() + Duration.ofDays(39).toMillis() + 1_000);

    assertThat(desk.said()).containsExactly("+T4-busy-doctor");
  }

  @Test
  void institution_hasItsOwnDays() throws Exception {
    desk.close();
    desk = newDesk(PeriodKind.INSTITUTION);
    desk.clock(10_000);
    desk.send(visit("S1", true));
    desk.send(visit("S2", true));
    desk.send(visit("S3", true));

    desk.clock(11_000);

    assertThat(desk.said()).containsExactly("+T5-busy-institution");
    assertThat(desk.reported()).containsExactly("RUNNING v0");
  }

  @Test
  void month_seesTheMonthBeforeButDoesNotCountIt() throws Exception {
    desk.close();
    desk = newDesk(PeriodKind.INSTITUTION_MONTH);
    desk.clock(10_000);
    desk.send(inMarch("S1", "2026-02-27 09:00:00"));
    desk.send(inMarch("S2", "2026-03-02 09:00:00"));
    desk.send(inMarch("S3", "2026-03-18 09:00:00"));
    desk.clock(11_000);
    assertThat(desk.said()).isEmpty();

    desk.send(inMarch("S4", "2026-03-31 23:59:59"));
    desk.clock(12_000);

    assertThat(desk.said()).containsExactly("+T6-busy-month");
  }

  @Test
  void month_withOnlyTheMonthBefore_isLookedAtOnceUntilItHasItsOwn() throws Exception {
    desk.close();
    desk = newDesk(PeriodKind.INSTITUTION_MONTH);
    desk.clock(10_000);
    desk.send(inMarch("S1", "2026-02-27 09:00:00"));
    desk.clock(11_000);

    desk.send(inMarch("S2", "2026-02-28 09:00:00"));
    assertThat(desk.timers()).isZero();
    desk.send(inMarch("S3", "2026-03-02 09:00:00"));
    desk.send(inMarch("S4", "2026-03-18 09:00:00"));
    desk.send(inMarch("S5", "2026-03-31 23:59:59"));
    desk.clock(12_000);

    assertThat(desk.said()).containsExactly("+T6-busy-month");
    assertThat(desk.timers()).isZero();
  }

  @Test
  void month_changesReachTheMonthAfter() {
    VisitChange change = visit("S1", true);

    assertThat(PeriodKind.INSTITUTION_MONTH.changes(null, change.visit(), cause("S1", 0)))
        .extracting(VisitChange::key)
        .containsExactly("H33010000001/674", "H33010000001/675");
  }

  private static VisitChange takenBack(String settlement, long sentMillis) {
    VisitChange change = visit(settlement, false);
    return new VisitChange(change.key(), change.visit(), false, cause(settlement, sentMillis));
  }

  private static VisitChange inMarch(String settlement, String settled) {
    return new VisitChange(
        "H33010000001/674", visit(settlement, at(settled)), true, cause(settlement, 0));
  }

  private static Desk<VisitChange> newDesk(PeriodKind kind) throws Exception {
    return Desk.open(function(kind), VisitChange::key);
  }

  private static PeriodDesk function(PeriodKind kind) {
    return new PeriodDesk(kind, new TrivialJudge.Maker(), RETENTION, PAUSE);
  }

  private static VisitChange visit(String settlement, boolean stands) {
    long settled = at("2026-03-18 09:00:00");
    return new VisitChange(
        "D330100000001/20530", visit(settlement, settled), stands, cause(settlement, settled));
  }

  private static Cause cause(String settlement, long sent) {
    return new Cause("MSG" + settlement, "2207", sent);
  }

  private static Visit visit(String settlement, long settled) {
    Institution institution = new Institution("H33010000001", "示例机构", "05", "330100");
    return new Visit(
        settlement,
        "M" + settlement,
        "T1",
        institution,
        "D330100000001",
        "11",
        "310",
        settled,
        1000,
        800,
        Care.NONE);
  }
}

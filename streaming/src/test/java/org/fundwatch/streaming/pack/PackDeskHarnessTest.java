package org.fundwatch.streaming.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.desk.Care;
import org.fundwatch.domain.desk.PackSale;
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

class PackDeskHarnessTest {

  private static final String CODE = "81234560000000000001";
  private static final PackSale FIRST = sale("S1", 10_000);
  private static final PackSale SECOND = sale("S2", 10_000);
  private static final PackSale RETURN = sale("S3", -10_000);

  private Desk<PackChange> desk;

  @BeforeEach
  void open() throws Exception {
    desk =
        Desk.open(new PackDesk(new TrivialJudge.Maker(), Duration.ofDays(400)), PackChange::code);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void pack_soldTwice_isFoundUntilOneSaleIsReversed() throws Exception {
    desk.send(change(List.of(), List.of(FIRST)));
    assertThat(desk.said()).isEmpty();

    desk.send(change(List.of(), List.of(SECOND)));
    assertThat(desk.said()).containsExactly("+T3-pack-twice");
    assertThat(desk.side(RuleDesk.ROW_REQUESTS))
        .containsExactly(new RowRequest(FIRST.visit().person(), List.of("S1", "S2")));

    desk.send(change(List.of(FIRST), List.of()));
    assertThat(desk.said()).containsExactly("-T3-pack-twice");
    assertThat(desk.entries()).isOne();
    assertThat(desk.timers()).isZero();
  }

  @Test
  void pack_sameSaleToldTwice_countsOnce() throws Exception {
    desk.send(change(List.of(), List.of(FIRST)));
    desk.send(change(List.of(), List.of(FIRST)));

    assertThat(desk.said()).isEmpty();
  }

  @Test
  void pack_returnedBetween_isNotFound() throws Exception {
    desk.send(change(List.of(), List.of(FIRST)));
    desk.send(change(List.of(), List.of(RETURN)));
    desk.send(change(List.of(), List.of(SECOND)));

    assertThat(desk.said()).isEmpty();
  }

  @Test
  void pack_saleTakenBackThatIsForgotten_isCounted() throws Exception {
    desk.clock(1);
    desk.send(change(List.of(), List.of(FIRST)));
    desk.clock(Duration.ofDays(400).toMillis() + 2);

    desk.send(change(List.of(FIRST), List.of()));
    desk.clock(Duration.ofDays(400).toMillis() + 30_003);

    assertThat(desk.said()).isEmpty();
    assertThat(desk.reported())
        .contains("LATE v0 1 messages on what is longer ago than 400 days, not judged");
  }

  @Test
  void pack_onlyWhatChangesTheFinding_amendsIt() throws Exception {
    desk.send(change(List.of(), List.of(FIRST)));
    desk.send(change(List.of(), List.of(SECOND)));
    desk.said();

    desk.send(change(List.of(FIRST), List.of(sale("S1", 20_000))));

    assertThat(desk.said()).isEmpty();
    desk.send(change(List.of(), List.of(sale("S4", 10_000))));
    assertThat(desk.said()).containsExactly("+T3-pack-twice");
  }

  private static PackChange change(List<PackSale> gone, List<PackSale> come) {
    return new PackChange(CODE, gone, come, new Cause("MSG", "2102", 1));
  }

  private static PackSale sale(String settlement, long countE4) {
    Institution pharmacy = new Institution("P33010000001", "示例药店", "", "330100");
    Visit visit =
        new Visit(
            settlement, "M" + settlement, "T1", pharmacy, "", "41", "310", 1, 3000, 0, Care.NONE);
    return new PackSale(
        visit, "MSG" + settlement, "XA01ABD075A002010100483", false, countE4, 1, 3000);
  }
}

package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.streaming.alerting.AlertDesk;
import org.fundwatch.streaming.alerting.AlertNotice;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.person.PersonDesk;
import org.fundwatch.streaming.testing.Desk;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.api.Test;

/** An alert is remembered for longer than the facts that can take it back. */
class AlertRetentionTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 18);
  private static final int LOOKBACK_DAYS = (int) RuleSet.LONGEST_LOOKBACK.toDays();
  private static final Judge.Maker MAKER =
      (bundle, failures) -> new TrivialJudge("v0", LOOKBACK_DAYS, 2);
  private static final Desks DESKS = new Desks(Run.INTAKE, MAKER, Desks.RETENTION, Desks.DAY_PAUSE);

  @Test
  void stayTakenBackAsLateAsItsFactsAreKept_withdrawsItsAlert() throws Exception {
    assertThat(afterTheLastReversal(DESKS.alertRetention())).isEqualTo(AlertStatus.WITHDRAWN);
  }

  @Test
  void alertRememberedNoLongerThanItsFacts_isFoundOut() throws Exception {
    Duration facts = Desks.RETENTION.plus(RuleSet.LONGEST_LOOKBACK);

    assertThat(afterTheLastReversal(Desks.RETENTION)).isEqualTo(AlertStatus.OPEN);
    assertThat(afterTheLastReversal(facts)).isEqualTo(AlertStatus.OPEN);
    assertThat(afterTheLastReversal(Desks.RETENTION.multipliedBy(3))).isEqualTo(AlertStatus.OPEN);
  }

  /** A pair of stays; the later one is taken back at the last moment at which it is still known. */
  private static AlertStatus afterTheLastReversal(Duration alertRetention) throws Exception {
    var desk = Desk.ofEvents(new PersonDesk(MAKER, Desks.RETENTION));
    var alerts =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new AlertDesk(alertRetention)),
            SubjectChanges::subject,
            AlertNotice::subject,
            Types.STRING);
    alerts.open();

    desk.clock(Duration.ofDays(1).toMillis());
    alerts.setStateTtlProcessingTime(Duration.ofDays(1).toMillis());
    desk.send(settlement("S1").stay(day(-20), day(-12)).event(EventKind.SETTLED));
    desk.send(settlement("S2").stay(day(-6), day(0)).event(EventKind.SETTLED));
    forward(desk, alerts);
    // Whatever comes keeps the person; the last comes late by nearly the retention.
    at(399, desk, alerts).send(visit("S3", 399));
    at(798, desk, alerts).send(visit("S4", 798));
    at(1197, desk, alerts).send(visit("S5", 799));
    at(1596, desk, alerts)
        .send(settlement("S6").reverses("S2").settledAt(day(799)).event(EventKind.REVERSED));
    assertThat(forward(desk, alerts)).as("the person desk takes it back").isOne();

    List<Alert> said = alerts.extractOutputValues();
    desk.close();
    alerts.close();
    return said.get(said.size() - 1).status();
  }

  private static Desk<SettlementEvent> at(
      int day,
      Desk<SettlementEvent> desk,
      KeyedTwoInputStreamOperatorTestHarness<String, SubjectChanges, AlertNotice, Alert> alerts)
      throws Exception {
    long millis = Duration.ofDays(day + 1).toMillis();
    desk.clock(millis);
    alerts.setStateTtlProcessingTime(millis);
    return desk;
  }

  private static int forward(
      Desk<SettlementEvent> desk,
      KeyedTwoInputStreamOperatorTestHarness<String, SubjectChanges, AlertNotice, Alert> alerts)
      throws Exception {
    List<SubjectChanges> changes = desk.changes();
    for (SubjectChanges change : changes) {
      alerts.processElement1(new StreamRecord<>(change));
    }
    return changes.size();
  }

  private static SettlementEvent visit(String id, int day) {
    return settlement(id).settledAt(day(day)).event(EventKind.SETTLED);
  }

  private static String day(int day) {
    return BEGIN.plusDays(day) + " 09:00:00";
  }
}

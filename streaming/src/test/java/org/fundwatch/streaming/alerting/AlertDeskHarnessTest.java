package org.fundwatch.streaming.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a killed run has published, against what the run after it says. */
class AlertDeskHarnessTest {

  private static final Subject SUBJECT = new Subject(SubjectKind.ENCOUNTER, "M1");
  private static final long PAUSE = AlertDesk.PAUSE.toMillis();
  private static final String HOSPITAL = "H33010000001";
  private static final Finding FIRST = finding("A1");
  private static final Finding SECOND = finding("B2");
  private static final GateNotice OUTAGE =
      new GateNotice(
          SUBJECT.key(),
          new DataGate("F9", "Q6", HOSPITAL, List.of(0L), "中断", "outage"),
          false,
          new Cause("LATE", "2207", 9));

  private KeyedTwoInputStreamOperatorTestHarness<String, SubjectChanges, AlertNotice, Alert> desk;
  private int seen;

  @BeforeEach
  void open() throws Exception {
    desk = harness();
    desk.open();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void readBack_ownAlerts_doesNothing() throws Exception {
    Finding missing = silencedBy("Q6", FIRST);
    change(raised(missing));
    change(raised(SECOND));
    tell(OUTAGE);
    change(withdrawn(missing), withdrawn(SECOND));
    List<Alert> said = said();
    assertThat(said).hasSize(4);

    for (Alert alert : said) {
      read(alert);
    }

    assertThat(desk.numProcessingTimeTimers()).as("nothing to wait for").isZero();
    change(raised(FIRST));
    read(said().get(0));
    clock(2 * PAUSE);
    assertThat(said()).isEmpty();
  }

  @Test
  void readBack_neverRaisedAgain_isWithdrawnAfterThePauseAndSaysWhy() throws Exception {
    Alert one = fold(null, raised(FIRST));
    Alert two = fold(one, raised(SECOND));
    clock(1_000);
    read(one);
    read(two);
    clock(1_000 + PAUSE - 1);
    assertThat(said()).as("it may be raised again").isEmpty();

    clock(1_000 + PAUSE);

    Alert end = only(said());
    assertThat(end.version()).isEqualTo(3);
    assertThat(end.status()).isEqualTo(AlertStatus.WITHDRAWN);
    assertThat(end.findings()).as("the last that held").isEqualTo(two.findings());
    assertThat(end.lineage().subList(0, 2)).isEqualTo(two.lineage());
    assertThat(end.lineage().subList(2, 4))
        .containsExactlyInAnyOrder(
            restart(3, "withdrew A1", FIRST, 1_000 + PAUSE),
            restart(3, "withdrew B2", SECOND, 1_000 + PAUSE));
    settled(end);
  }

  @Test
  void readBack_killedRunHadMoreVersionsAndOtherContent_isExceededByWhatHolds() throws Exception {
    Alert one = fold(null, raised(FIRST));
    Alert two = fold(one, raised(SECOND));
    Alert three = fold(two, withdrawn(SECOND));
    read(one);
    read(two);
    read(three);
    change(raised(FIRST), raised(SECOND));
    assertThat(only(said()).version()).isOne();

    clock(PAUSE);

    Alert right = only(said());
    assertThat(right.version()).isEqualTo(4);
    assertThat(right.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(right.findings()).containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(right.lineage().subList(0, 3)).isEqualTo(three.lineage());
    assertThat(right.lineage().subList(3, 4))
        .containsExactly(restart(4, "raised B2", SECOND, PAUSE));
    settled(right);
  }

  @Test
  void readBack_equalVersionSaysSomethingElse_isExceeded() throws Exception {
    change(raised(SECOND));
    assertThat(only(said()).version()).isOne();
    read(fold(null, raised(FIRST)));

    clock(PAUSE);

    Alert right = only(said());
    assertThat(right.version()).isEqualTo(2);
    assertThat(right.findings()).containsExactly(SECOND);
    assertThat(right.lineage())
        .extracting(Amendment::change)
        .containsExactly("raised A1", "withdrew A1", "raised B2");
    settled(right);
  }

  @Test
  void readBack_moreVersionsButTheSameContent_goesOnAboveThemInSilence() throws Exception {
    Alert one = fold(null, raised(FIRST));
    read(one);
    read(fold(one, raised(SECOND)));
    change(raised(FIRST), raised(SECOND));
    assertThat(only(said()).version()).isOne();

    clock(PAUSE);
    assertThat(said()).as("the topic says what holds").isEmpty();

    change(withdrawn(FIRST));
    assertThat(only(said()).version()).isEqualTo(3);
  }

  @Test
  void readBack_sameVersionsCameAgain_nothingIsPutRight() throws Exception {
    Alert one = fold(null, raised(FIRST));
    Alert two = fold(one, raised(SECOND));
    read(one);
    read(two);
    change(raised(FIRST));
    change(raised(SECOND));
    assertThat(said()).containsExactly(one, two);

    read(one);
    read(two);
    clock(2 * PAUSE);

    assertThat(said()).isEmpty();
  }

  @Test
  void readBack_withdrawnByTheKilledRun_staysSoAndIsRaisedAboveIt() throws Exception {
    Alert one = fold(null, raised(FIRST));
    read(one);
    read(fold(one, withdrawn(FIRST)));
    clock(PAUSE);
    assertThat(said()).isEmpty();

    change(raised(SECOND));

    assertThat(only(said()).version()).isEqualTo(3);
  }

  @Test
  void readBack_gateOfWhichTheKilledRunDidNotKnow_isHeeded() throws Exception {
    Finding missing = silencedBy("Q6", FIRST);
    Alert one = fold(null, raised(missing));
    Alert two = fold(one, raised(SECOND));
    read(one);
    read(fold(two, withdrawn(SECOND)));
    tell(OUTAGE);
    change(raised(missing));
    assertThat(only(said()).status()).isEqualTo(AlertStatus.SUPPRESSED);

    clock(PAUSE);

    Alert right = only(said());
    assertThat(right.version()).isEqualTo(4);
    assertThat(right.status()).isEqualTo(AlertStatus.SUPPRESSED);
    settled(right);
  }

  @Test
  void readBack_killedAgainWithinThePause_waitsAPauseOfTheNextRun() throws Exception {
    change(raised(FIRST));
    Alert one = only(said());
    read(fold(fold(one, raised(SECOND)), withdrawn(FIRST)));
    var snapshot = desk.snapshot(1, 1);
    desk.close();

    long later = 4 * PAUSE;
    desk = harness();
    desk.setProcessingTime(later);
    desk.initializeState(snapshot);
    desk.open();
    seen = 0;
    clock(later + 1);
    assertThat(said()).as("its changes come again only now").isEmpty();
    clock(later + PAUSE + 1);

    Alert right = only(said());
    assertThat(right.version()).isEqualTo(4);
    assertThat(right.findings()).containsExactly(FIRST);
    settled(right);
  }

  // Nothing follows from what was put right.
  private void settled(Alert last) throws Exception {
    read(last);
    clock(desk.getProcessingTime() + 3 * PAUSE);
    assertThat(said()).isEmpty();
    assertThat(desk.numProcessingTimeTimers()).isZero();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, SubjectChanges, AlertNotice, Alert>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new AlertDesk(Duration.ofDays(400))),
        SubjectChanges::subject,
        AlertNotice::subject,
        Types.STRING);
  }

  private void change(FindingChange... changes) throws Exception {
    desk.processElement1(new StreamRecord<>(new SubjectChanges(SUBJECT.key(), List.of(changes))));
  }

  private void tell(GateNotice notice) throws Exception {
    desk.processElement2(new StreamRecord<>(AlertNotice.of(notice)));
  }

  // As the topic gives it back.
  private void read(Alert published) throws Exception {
    desk.processElement2(new StreamRecord<>(AlertNotice.of(throughJson(published))));
  }

  private static Alert throughJson(Alert alert) throws IOException {
    return AlertJson.read(AlertJson.write(alert));
  }

  private void clock(long millis) throws Exception {
    desk.setProcessingTime(millis);
  }

  // Since it was last asked.
  private List<Alert> said() {
    List<Alert> all = desk.extractOutputValues();
    List<Alert> fresh = List.copyOf(all.subList(seen, all.size()));
    seen = all.size();
    return fresh;
  }

  private static Alert only(List<Alert> alerts) {
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private static Alert fold(@Nullable Alert current, FindingChange change) {
    return AlertFold.fold(current, List.of(change), List.of()).orElseThrow();
  }

  private static Amendment restart(int version, String change, Finding finding, long millis) {
    return new Amendment(
        version, millis, AlertDesk.RESTART, AlertDesk.RESTART, change, finding.id(), List.of());
  }

  private static FindingChange raised(Finding finding) {
    return new FindingChange(finding, false, new Cause("MSG", "2304", 7));
  }

  private static FindingChange withdrawn(Finding finding) {
    return new FindingChange(finding, true, new Cause("MSG-R", "2305", 8));
  }

  private static Finding finding(String rule) {
    return finding(new RuleRef(rule, 1, "v0", "", "", "", List.of("《条例》第四十条")));
  }

  private static Finding silencedBy(String gate, Finding finding) {
    String rule = finding.rule().id();
    return finding(new RuleRef(rule, 1, "v0", "", "", "", List.of(), List.of(gate)));
  }

  private static Finding finding(RuleRef rule) {
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(rule.id(), SUBJECT, List.of()),
        rule,
        Outcome.SUSPICION,
        0.1 + 0.2,
        SUBJECT,
        List.of("2026-03"),
        900,
        10,
        20,
        new Institution(HOSPITAL, "示例机构", "05", "330100"),
        "D1",
        "T1",
        "310",
        "句",
        "sentence",
        List.of(new FactValue("days", "3", "d")),
        List.of(new Evidence(Evidence.Kind.SETTLEMENT, "S1", "")),
        new ModelTrace("m", "1", 1.0 / 3, List.of()));
  }
}

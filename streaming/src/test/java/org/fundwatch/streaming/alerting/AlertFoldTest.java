package org.fundwatch.streaming.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.alert.ValueChange;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertFoldTest {

  private static final Subject SUBJECT = new Subject(SubjectKind.ENCOUNTER, "M1");
  private static final Institution HOSPITAL =
      new Institution("H33010000001", "示例机构", "05", "330100");
  private static final Cause LATE = new Cause("LATE", "2207", 9);
  private static final Finding WEAK = finding("A1", Outcome.SUSPICION, 900, 10, 20, "D1");
  private static final Finding STRONG = finding("B2", Outcome.VIOLATION, 500, 15, 30, "D1");

  @Test
  void alert_takesTheStrongestTheLargestAndTheWholeTime() {
    Alert alert = fold(null, List.of(raised(WEAK), raised(STRONG))).orElseThrow();

    assertThat(alert.id()).isEqualTo(FindingIds.alert(SUBJECT));
    assertThat(alert.version()).isOne();
    assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(alert.outcome()).isEqualTo(Outcome.VIOLATION);
    assertThat(alert.amountFen()).as("never the sum").isEqualTo(900);
    assertThat(alert.serviceFromMillis()).isEqualTo(10);
    assertThat(alert.serviceToMillis()).isEqualTo(30);
    assertThat(alert.doctor()).isEqualTo("D1");
    assertThat(alert.findings()).hasSize(2);
    assertThat(alert.lineage())
        .containsExactly(
            new Amendment(1, 7, "MSG", "2304", "raised A1", WEAK.id(), List.of()),
            new Amendment(1, 7, "MSG", "2304", "raised B2", STRONG.id(), List.of()));
  }

  @Test
  void alert_findingsOfSeveralDoctors_namesNone() {
    Finding other = finding("C3", Outcome.SUSPICION, 1, 1, 1, "D2");

    assertThat(fold(null, List.of(raised(WEAK), raised(other))).orElseThrow().doctor()).isEmpty();
  }

  @Test
  void alert_whatItSaysAlready_changesNothing() {
    Alert alert = fold(null, List.of(raised(WEAK))).orElseThrow();

    assertThat(fold(alert, List.of(raised(WEAK)))).isEmpty();
    assertThat(fold(alert, List.of(withdrawn(STRONG)))).isEmpty();
    assertThat(fold(null, List.of(withdrawn(STRONG)))).isEqualTo(Optional.empty());
  }

  @Test
  void alert_amendedWithdrawnAndRaisedAgain_keepsItsLineage() {
    Alert one = fold(null, List.of(raised(WEAK))).orElseThrow();
    Finding more = finding("A1", Outcome.SUSPICION, 901, 10, 20, "D2");
    Alert two = fold(one, List.of(raised(more))).orElseThrow();
    Alert three = fold(two, List.of(withdrawn(more))).orElseThrow();
    Alert four = fold(three, List.of(raised(STRONG))).orElseThrow();

    assertThat(two.amountFen()).isEqualTo(901);
    assertThat(three.status()).isEqualTo(AlertStatus.WITHDRAWN);
    assertThat(three.findings()).as("the last that held").containsExactly(more);
    assertThat(four.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(four.findings()).containsExactly(STRONG);
    assertThat(four.lineage())
        .extracting(step -> step.version() + " " + step.change())
        .containsExactly("1 raised A1", "2 amended A1", "3 withdrew A1", "4 raised B2");
    assertThat(four.lineage().get(1).values())
        .containsExactly(
            new ValueChange("amountFen", "900", "901"), new ValueChange("doctor", "D1", "D2"));
    assertThat(four.lineage().get(2).cause()).isEqualTo("MSG-R");
    assertThat(four.lineage().get(2).transaction()).isEqualTo("2305");
  }

  @Test
  void alert_amendedVeryOften_keepsItsBeginningAndPutsOldAmendmentsTogether() {
    Alert alert = fold(null, List.of(raised(WEAK), raised(STRONG))).orElseThrow();
    for (int fen = 1; fen <= 3 * Lineage.LIMIT; fen++) {
      Finding more = finding("A1", Outcome.SUSPICION, 900 + fen, 10, 20, "D1");
      alert = fold(alert, List.of(raised(more))).orElseThrow();
    }

    assertThat(alert.lineage()).hasSize(Lineage.LIMIT);
    assertThat(alert.lineage().subList(0, 2))
        .extracting(Amendment::change)
        .containsExactly("raised A1", "raised B2");
    assertThat(alert.lineage().get(2).values())
        .containsExactly(new ValueChange("amountFen", "900", "1103"));
    assertThat(alert.lineage().get(3).values())
        .containsExactly(new ValueChange("amountFen", "1103", "1104"));
  }

  @Test
  void alert_twoPersonsUnderOneEncounterId_holdsWhatEachDeskSaysInAnyOrder() {
    Finding mine = person(WEAK, "T1");
    Finding yours = person(WEAK, "T2");
    Alert one = fold(null, List.of(raised(mine), raised(yours))).orElseThrow();
    Alert other = fold(null, List.of(raised(yours), raised(mine))).orElseThrow();

    assertThat(one.findings()).isEqualTo(other.findings()).containsExactly(mine, yours);
    assertThat(fold(one, List.of(withdrawn(yours))).orElseThrow().findings()).containsExactly(mine);
  }

  @Test
  void alert_findingSilencedByGate_isPutAsideAndComesBack() {
    DataGate gate = new DataGate("F9", "Q6", "H33010000001", List.of(0L), "中断", "outage");
    Finding missing = silencedBy("Q6", finding("M1", Outcome.VIOLATION, 900, 10, 20, "D1"));

    Alert one =
        AlertFold.fold(null, List.of(raised(WEAK), raised(missing)), List.of(gate)).orElseThrow();
    Alert two = AlertFold.fold(one, List.of(withdrawn(WEAK)), List.of(gate)).orElseThrow();
    Alert three = AlertFold.gated(two, List.of(), LATE).orElseThrow();

    assertThat(one.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(one.outcome()).as("of those that speak").isEqualTo(Outcome.SUSPICION);
    assertThat(one.findings()).hasSize(2);
    assertThat(one.suppressed())
        .containsExactly(new Suppression(missing.id(), "F9", "Q6", "中断", "outage"));
    assertThat(two.status()).isEqualTo(AlertStatus.SUPPRESSED);
    assertThat(two.outcome()).isEqualTo(Outcome.VIOLATION);
    assertThat(three.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(three.suppressed()).isEmpty();
    assertThat(three.lineage())
        .extracting(step -> step.version() + " " + step.change())
        .containsExactly(
            "1 raised A1",
            "1 raised M1",
            "1 suppressed M1 by Q6 F9",
            "2 withdrew A1",
            "3 released M1");
    assertThat(AlertFold.gated(three, List.of(), LATE)).as("nothing new").isEmpty();
  }

  @Test
  void alert_gateElsewhereOrOnOtherDaysOrOfAnotherRule_changesNothing() {
    Finding missing = silencedBy("Q6", finding("M1", Outcome.VIOLATION, 900, 10, 20, "D1"));
    Alert alert = fold(null, List.of(raised(missing))).orElseThrow();

    assertThat(
            AlertFold.gated(
                alert,
                List.of(
                    new DataGate("F7", "Q6", "H33010000002", List.of(0L), "", ""),
                    new DataGate("F8", "Q6", "H33010000001", List.of(-1L, 1L), "", ""),
                    new DataGate("F9", "Q5", "H33010000001", List.of(0L), "", "")),
                LATE))
        .isEmpty();
  }

  @Test
  void alert_findingSilencedByAnotherOnTheSameSubject_isPutAsideWhicheverCameFirst() {
    Finding missing = silencedBy("A1", finding("M1", Outcome.VIOLATION, 900, 10, 20, "D1"));
    Alert first = fold(null, List.of(raised(missing))).orElseThrow();
    Alert late = fold(first, List.of(raised(WEAK))).orElseThrow();
    Alert atOnce = fold(null, List.of(raised(WEAK), raised(missing))).orElseThrow();

    assertThat(first.suppressed()).isEmpty();
    assertThat(late.suppressed()).isEqualTo(atOnce.suppressed()).hasSize(1);
    assertThat(late.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(late.outcome()).isEqualTo(Outcome.SUSPICION);
  }

  private static Finding silencedBy(String gate, Finding finding) {
    return new Finding(
        finding.schema(),
        finding.id(),
        new RuleRef(finding.rule().id(), 1, "v0", "", "", "", List.of(), List.of(gate)),
        finding.outcome(),
        finding.confidence(),
        finding.subject(),
        finding.anchors(),
        finding.amountFen(),
        finding.serviceFromMillis(),
        finding.serviceToMillis(),
        finding.institution(),
        finding.doctor(),
        finding.person(),
        finding.insuranceType(),
        finding.sentenceZh(),
        finding.sentenceEn(),
        finding.facts(),
        finding.evidence(),
        finding.model());
  }

  private static Optional<Alert> fold(@Nullable Alert current, List<FindingChange> changes) {
    return AlertFold.fold(current, changes, List.of());
  }

  private static FindingChange raised(Finding finding) {
    return new FindingChange(finding, false, new Cause("MSG", "2304", 7));
  }

  private static FindingChange withdrawn(Finding finding) {
    return new FindingChange(finding, true, new Cause("MSG-R", "2305", 8));
  }

  private static Finding finding(
      String rule, Outcome outcome, long fen, long from, long to, String doctor) {
    return finding(rule, outcome, fen, from, to, doctor, "T1");
  }

  private static Finding person(Finding f, String person) {
    return finding(
        f.rule().id(),
        f.outcome(),
        f.amountFen(),
        f.serviceFromMillis(),
        f.serviceToMillis(),
        f.doctor(),
        person);
  }

  private static Finding finding(
      String rule, Outcome outcome, long fen, long from, long to, String doctor, String person) {
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(rule, SUBJECT, List.of()),
        new RuleRef(rule, 1, "v0", "", "", "", List.of()),
        outcome,
        1,
        SUBJECT,
        List.of(),
        fen,
        from,
        to,
        HOSPITAL,
        doctor,
        person,
        "310",
        "",
        "",
        List.of(),
        List.of(),
        null);
  }
}

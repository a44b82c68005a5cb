package org.fundwatch.simulation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.simulation.Form;
import org.fundwatch.simulation.FraudKind;
import org.fundwatch.simulation.LookAlike;
import org.fundwatch.simulation.TruthEntry;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private static final int DAY = 20_500;
  private static final List<Purpose> PURPOSES =
      List.of(
          Purpose.of("SPLIT", FraudKind.SPLIT_ADMISSION),
          new Purpose("packs", Set.of("PACK1", "PACK2"), Set.of(FraudKind.DUPLICATE_TRACE_CODE)),
          Purpose.of("DOCTOR", FraudKind.DOCTOR_DAY));
  private static final List<TruthEntry> TRUTH =
      List.of(
          fraud("1", FraudKind.SPLIT_ADMISSION, Form.OBVIOUS, "M1"),
          fraud("2", FraudKind.SPLIT_ADMISSION, Form.OBVIOUS, "M2"),
          fraud("3", FraudKind.SPLIT_ADMISSION, Form.EVASIVE, "M3"),
          fraud("4", FraudKind.UPCODING, Form.OBVIOUS, "M4"),
          honest("5", LookAlike.STAGED_SURGERY, "M5"),
          honest("6", LookAlike.CHEMOTHERAPY_CYCLE, "M6"),
          fraud("7", FraudKind.DUPLICATE_TRACE_CODE, Form.OBVIOUS, "M7"),
          fraud("8", FraudKind.DOCTOR_DAY, Form.OBVIOUS, "M8"));

  @Test
  void of_findings_areCountedAgainstTheTruth() {
    Scorecard card =
        Scorecard.of(
            List.of(
                alert("SPLIT", SubjectKind.ENCOUNTER, "M1", DAY),
                alert("SPLIT", SubjectKind.ENCOUNTER, "M4", DAY),
                alert("SPLIT", SubjectKind.ENCOUNTER, "M5", DAY),
                alert("SPLIT", SubjectKind.ENCOUNTER, "M9", DAY)),
            TRUTH,
            PURPOSES,
            person -> "T" + person);

    RuleScore split = card.rules().get(0);
    assertThat(split.right()).isEqualTo(1);
    assertThat(split.otherFraud()).hasSize(1);
    assertThat(split.falseAlarms()).hasSize(2);
    assertThat(split.precision()).isEqualTo(.25, within(1e-9));
    assertThat(split.recall(Form.OBVIOUS)).isEqualTo(.5, within(1e-9));
    assertThat(split.recall(Form.EVASIVE)).isZero();
    assertThat(split.recall(Form.BORDERLINE)).isEqualTo(1);
    assertThat(split.missed()).extracting(TruthEntry::id).containsExactly("2", "3");
    assertThat(split.disturbed()).extracting(TruthEntry::id).containsExactly("5");
    assertThat(card.table()).contains("0.250").contains("1/2");
    assertThat(card.table().lines().filter(line -> line.startsWith("SPLIT")))
        .as("none was injected as borderline")
        .singleElement()
        .asString()
        .containsPattern("0\\.500 +- +0\\.000");
    assertThat(card.unexplained().lines()).hasSize(2).last().asString().contains("M9");
  }

  @Test
  void of_rulesOfOnePurpose_areScoredTogether() {
    Scorecard card =
        Scorecard.of(
            List.of(alert("PACK2", SubjectKind.TRACE_CODE, "C7", DAY)), TRUTH, PURPOSES, p -> p);

    assertThat(card.rules().get(1).recall(Form.OBVIOUS)).isEqualTo(1);
    assertThat(card.rules().get(1).precision()).isEqualTo(1);
  }

  @Test
  void of_akinFraud_isRight_butNotMissed() {
    Purpose both =
        new Purpose(
            "BOTH", Set.of("BOTH"), Set.of(FraudKind.UPCODING), Set.of(FraudKind.SPLIT_ADMISSION));

    RuleScore score =
        Scorecard.of(
                List.of(alert("BOTH", SubjectKind.ENCOUNTER, "M1", DAY)),
                TRUTH,
                List.of(both),
                p -> p)
            .rules()
            .get(0);

    assertThat(score.akin()).isEqualTo(1);
    assertThat(score.right()).isZero();
    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.missed()).extracting(TruthEntry::id).containsExactly("4");
  }

  @Test
  void of_honestCaseAtTheScene_isLeftInPeace() {
    List<TruthEntry> truth = new ArrayList<>(TRUTH);
    truth.add(entry("8", FraudKind.DOCTOR_DAY, "", LookAlike.FAMILY_DOCTOR_DAY.name(), "M10"));

    RuleScore score =
        Scorecard.of(
                List.of(alert("DOCTOR", SubjectKind.DOCTOR, "D8", DAY)), truth, PURPOSES, p -> p)
            .rules()
            .get(2);

    assertThat(score.right()).isEqualTo(1);
    assertThat(score.lookAlikes()).isEqualTo(1);
    assertThat(score.disturbed()).isEmpty();
  }

  @Test
  void of_doctorOnAnotherDay_isNotExplained() {
    Scorecard card =
        Scorecard.of(
            List.of(
                alert("DOCTOR", SubjectKind.DOCTOR, "D8", DAY),
                alert("DOCTOR", SubjectKind.DOCTOR, "D8", DAY + 3)),
            TRUTH,
            PURPOSES,
            p -> p);

    assertThat(card.rules().get(2).right()).isEqualTo(1);
    assertThat(card.rules().get(2).falseAlarms()).hasSize(1);
  }

  @Test
  void of_personFinding_mustRestOnTheCase() {
    Scorecard card =
        Scorecard.of(
            List.of(
                alert("OTHER", SubjectKind.PERSON, "TP1", DAY, "M1"),
                alert("OTHER", SubjectKind.PERSON, "TP1", DAY, "M99")),
            TRUTH,
            List.of(Purpose.of("OTHER", FraudKind.SPLIT_ADMISSION)),
            person -> "T" + person);

    assertThat(card.rules().get(0).right()).isEqualTo(1);
    assertThat(card.rules().get(0).falseAlarms()).hasSize(1);
  }

  @Test
  void of_ruleWithoutPurpose_isListedByItsId() {
    Scorecard card =
        Scorecard.of(
            List.of(alert("STRAY", SubjectKind.ENCOUNTER, "M1", DAY)), TRUTH, PURPOSES, p -> p);

    assertThat(card.rules()).last().satisfies(score -> assertThat(score.rule()).isEqualTo("STRAY"));
  }

  private static TruthEntry fraud(String id, FraudKind kind, Form form, String encounter) {
    return entry(id, kind, form.name(), "", encounter);
  }

  private static TruthEntry honest(String id, LookAlike kind, String encounter) {
    return entry(id, kind.resembles(), "", kind.name(), encounter);
  }

  private static TruthEntry entry(
      String id, FraudKind kind, String form, String lookAlike, String encounter) {
    return new TruthEntry(
        id,
        kind,
        form,
        lookAlike,
        List.of("P" + id),
        "H3301000000" + id,
        "D" + id,
        DAY,
        DAY,
        List.of(encounter),
        List.of("S" + id),
        List.of("C" + id),
        List.of(),
        100,
        "story",
        "故事");
  }

  private static Alert alert(String rule, SubjectKind kind, String id, int day) {
    return alert(rule, kind, id, day, "");
  }

  private static Alert alert(String rule, SubjectKind kind, String id, int day, String encounter) {
    Subject subject = new Subject(kind, id);
    long at = ShanghaiTime.startOfDay(day);
    Institution institution = new Institution("H33010000099", "", "", "330100");
    Finding finding =
        new Finding(
            Finding.SCHEMA,
            FindingIds.finding(rule, subject, List.of()),
            new RuleRef(rule, 1, "rs", "", "", "", List.of()),
            Outcome.SUSPICION,
            1,
            subject,
            List.of(),
            1,
            at,
            at,
            institution,
            "",
            "",
            "310",
            "",
            "sentence",
            List.of(),
            List.of(new Evidence(Evidence.Kind.ENCOUNTER, encounter, "")),
            null);
    return new Alert(
        Alert.SCHEMA,
        FindingIds.alert(subject),
        1,
        AlertStatus.OPEN,
        subject,
        Outcome.SUSPICION,
        1,
        1,
        at,
        at,
        institution,
        "",
        "",
        "310",
        List.of(finding),
        List.of());
  }
}

package org.fundwatch.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.testing.SampleStays;
import org.fundwatch.models.testing.StayBuilder;
import org.fundwatch.models.training.Configs;
import org.fundwatch.models.training.LabelledEncounter;
import org.fundwatch.models.training.ModelTraining;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {
  private static Scorer scorer;
  private static List<LabelledEncounter> stays;

  @BeforeAll
  static void train(@TempDir Path registry) throws IOException {
    ModelTraining.train(new SampleStays(7).labelled(4_000), Configs.usual(7), registry, line -> {});
    scorer = Scorer.load(registry);
    stays = new SampleStays(99).labelled(2_000).toList();
  }

  private static List<Finding> score(LabelledEncounter stay) {
    return scorer.score(stay.encounter(), stay.timeline());
  }

  private static Finding first(String rule) {
    return stays.stream()
        .flatMap(stay -> score(stay).stream())
        .filter(finding -> finding.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void score_lowThresholdAdmission_isSuspectedWithItsReasons() {
    Finding finding = first("ML01-low-threshold");
    Encounter stay =
        stays.stream()
            .map(LabelledEncounter::encounter)
            .filter(encounter -> encounter.id().equals(finding.subject().id()))
            .findFirst()
            .orElseThrow();

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPICION);
    assertThat(finding.subject()).isEqualTo(new Subject(SubjectKind.ENCOUNTER, stay.id()));
    assertThat(finding.amountFen()).isEqualTo(stay.head().amounts().fundFen());
    assertThat(finding.person()).isEqualTo(stay.head().person().id());
    assertThat(finding.serviceFromMillis()).isEqualTo(stay.beginMillis());
    assertThat(finding.serviceToMillis()).isEqualTo(stay.endMillis());
    assertThat(finding.rule().ruleSet()).isEqualTo(scorer.version());
    assertThat(finding.sentenceZh()).startsWith("该住院疑似低标准入院，模型概率").contains("主要依据：");
    assertThat(finding.sentenceEn())
        .startsWith("Probably admitted below the threshold of inpatient care (")
        .contains("%) because of: ");
    assertThat(finding.facts()).extracting(FactValue::name).startsWith("probability");
    assertThat(finding.evidence())
        .contains(new Evidence(Evidence.Kind.ENCOUNTER, stay.id(), ""))
        .contains(new Evidence(Evidence.Kind.SETTLEMENT, "S" + stay.id(), ""));
  }

  @Test
  void score_unusualStay_isAStatistic() {
    Finding finding = first("ML02-unusual-stay");

    assertThat(finding.outcome()).isEqualTo(Outcome.STATISTIC);
    assertThat(finding.sentenceZh()).startsWith("与同病组同级别住院相比，仅约");
    assertThat(finding.confidence()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void score_modelTrace_sumsToTheScore() {
    int told = 0;
    for (LabelledEncounter stay : stays) {
      StayScores scores = scorer.scores(stay.encounter(), stay.timeline()).orElseThrow();
      for (Finding finding : score(stay)) {
        ModelTrace trace = finding.model();
        double raw =
            trace.model().equals("low-threshold")
                ? scores.lowThreshold().raw()
                : scores.unusual().raw();
        double sum = trace.attributions().stream().mapToDouble(Attribution::weight).sum();
        assertThat(sum).isCloseTo(raw, within(1e-3 * (1 + Math.abs(raw))));
        assertThat(trace.attributions()).allMatch(a -> Double.isFinite(a.value()));
        assertThat(trace.probability()).isEqualTo(finding.confidence());
        told++;
      }
    }
    assertThat(told).isGreaterThan(50);
  }

  @Test
  void score_mostLabelled_areFoundAndFewOthers() {
    long found = 0;
    long wrong = 0;
    for (LabelledEncounter stay : stays) {
      if (score(stay).stream().anyMatch(f -> f.rule().id().equals("ML01-low-threshold"))) {
        found += stay.labels().isEmpty() ? 0 : 1;
        wrong += stay.labels().isEmpty() ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(120);
    assertThat(wrong).isLessThan(found / 5);
  }

  @Test
  void score_visitOrUndischargedStay_isPassedOver() {
    Encounter visit = new StayBuilder("V1").medType("11").cost("09", 50).build();
    Encounter staying = new StayBuilder("M1").cost("03", 5_000).notDischarged().build();

    assertThat(scorer.score(visit, new Timeline(List.of(visit)))).isEmpty();
    assertThat(scorer.scores(visit, new Timeline(List.of(visit)))).isEmpty();
    assertThat(scorer.score(staying, new Timeline(List.of(staying)))).isEmpty();
  }

  @Test
  void score_fromManyThreads_isTheSame() {
    List<List<Finding>> alone = stays.stream().map(ScorerTest::score).toList();

    List<List<Finding>> together =
        IntStream.range(0, stays.size()).parallel().mapToObj(i -> score(stays.get(i))).toList();

    assertThat(together).isEqualTo(alone);
  }
}

package org.fundwatch.alertapi.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.alertapi.priority.Provenance.LOCAL;
import static org.fundwatch.alertapi.priority.Provenance.PROPOSAL;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;
import org.junit.jupiter.api.Test;

/** The sample has a finding of IP01 and one of a model, at 320102, raised on 2026-05-02. */
final class AppraiserTest {
  private static final Effort ANY = new Effort("", "", null, 120, PROPOSAL, "any");
  private static final Effort STAY =
      new Effort("", "", SubjectKind.ENCOUNTER, 60, PROPOSAL, "a stay");
  private static final Effort PERSON =
      new Effort("", "", SubjectKind.PERSON, 5, PROPOSAL, "a person");
  private static final Effort MANAGED = new Effort("", "管理类", null, 90, PROPOSAL, "管理类");
  private static final Effort BEHAVIOUR = new Effort("", "管理类/行为主体监管类", null, 45, PROPOSAL, "行为");
  private static final Effort CITY = new Effort("3201", "", null, 30, LOCAL, "the city");
  private static final Weight ALL = new Weight("", 20, PROPOSAL, "any");
  private static final Weight MODELS = new Weight("本库/模型", 200, PROPOSAL, "models");
  private static final List<Deadline> DEADLINES =
      List.of(
          new Deadline("", Outcome.SUSPICION, 30, PROPOSAL, "everywhere"),
          new Deadline("32", Outcome.SUSPICION, 20, LOCAL, "the province"),
          new Deadline("33", Outcome.SUSPICION, 10, LOCAL, "another province"),
          new Deadline("", Outcome.VIOLATION, 14, PROPOSAL, "everywhere"));

  @Test
  void appraise_severalRows_takesTheNearest() {
    assertThat(effort(ANY)).isEqualTo(ANY);
    assertThat(effort(ANY, STAY, PERSON)).isEqualTo(STAY);
    assertThat(effort(ANY, STAY, MANAGED)).isEqualTo(MANAGED);
    assertThat(effort(ANY, MANAGED, BEHAVIOUR)).isEqualTo(BEHAVIOUR);
    assertThat(effort(ANY, MANAGED, BEHAVIOUR, CITY)).isEqualTo(CITY);
  }

  @Test
  void appraise_familyThatOnlyBeginsAlike_isAnother() {
    var other = new Effort("", "管理", null, 1, PROPOSAL, "no family");

    assertThat(effort(ANY, other)).isEqualTo(ANY);
  }

  @Test
  void appraise_severalFindings_takesTheHardest() {
    var model = new Effort("", "本库/模型", null, 150, PROPOSAL, "model");
    var appraiser = appraiser(List.of(ANY, BEHAVIOUR, model), Figures.NONE);

    var priority =
        appraiser
            .appraise(
                SampleAlert.of(1).alert(),
                finding -> finding.model() == null ? "管理类/行为主体监管类" : "本库/模型")
            .priority();

    assertThat(priority.effort()).isEqualTo(model);
    assertThat(priority.effortFrom()).isEqualTo("ML02-unusual-stay");
    assertThat(priority.amountFen()).isEqualTo(123_456);
    assertThat(priority.confidence()).isEqualTo(0.8);
    // 123456 x 0.8 / 2.5
    assertThat(priority.fenPerHour()).isEqualTo(39_506);
  }

  @Test
  void due_isCountedFromTheDayItWasRaised_byTheNearestRegion() {
    var appraiser = appraiser(List.of(ANY), Figures.NONE);

    var suspicion = appraiser.appraise(SampleAlert.of(1).alert(), AppraiserTest::none);
    assertThat(suspicion.due()).isEqualTo(LocalDate.of(2026, 5, 22));
    assertThat(suspicion.deadline().source()).isEqualTo("the province");
    var amended = appraiser.appraise(SampleAlert.of(1).version(9).alert(), AppraiserTest::none);
    assertThat(amended.due()).isEqualTo(suspicion.due());
    var violation =
        appraiser.appraise(
            SampleAlert.of(1).outcome(Outcome.VIOLATION).alert(), AppraiserTest::none);
    assertThat(violation.due()).isEqualTo(LocalDate.of(2026, 5, 16));
    assertThat(violation.priority().fenPerHour()).isEqualTo(suspicion.priority().fenPerHour());
  }

  @Test
  void appraise_measured_takesTheFindingThatIsBelievedMost() {
    // Of IP01 people confirmed 2 of 30: (0.8 x 20 + 2) / 50. The model has half of 20 confirmed,
    // against a weight of 200: (0.8 x 200 + 10) / 220.
    var rule = new Figure("IP01-split-admission", 2, 28, 3, 1_000);
    var model = new Figure("ML02-unusual-stay", 10, 10, 2, 900);

    var ruleAlone = appraised(rule);
    assertThat(ruleAlone.priority().confidence()).isEqualTo(0.8);
    assertThat(ruleAlone.priority().confidenceFrom()).isEqualTo("ML02-unusual-stay");
    assertThat(ruleAlone.priority().calibration().closing()).isZero();
    assertThat(ruleAlone.closing()).isEqualTo(3);
    var both = appraised(rule, model);
    assertThat(both.priority().confidence()).isEqualTo(0.7727);
    assertThat(both.priority().confidenceFrom()).isEqualTo("ML02-unusual-stay");
    assertThat(both.priority().calibration())
        .isEqualTo(new Calibration(0.8, 10, 10, MODELS, 0.7727, 2, 900L));
    // 123456 x 0.7727 / 2
    assertThat(both.priority().fenPerHour()).isEqualTo(47_697);
    assertThat(both.closing()).isEqualTo(3);
    var alone = appraiser(List.of(ANY), figures(rule, model));
    var priority =
        alone.appraise(SampleAlert.of(1).ruleAlone().alert(), AppraiserTest::none).priority();
    assertThat(priority.confidence()).isEqualTo(0.36);
    assertThat(priority.calibration()).isEqualTo(new Calibration(0.8, 2, 28, ALL, 0.36, 3, 1_000L));
  }

  private static Appraisal appraised(Figure... figures) {
    return appraiser(List.of(ANY), figures(figures))
        .appraise(SampleAlert.of(1).alert(), finding -> finding.model() == null ? "管理类" : "本库/模型");
  }

  private static Figures figures(Figure... figures) {
    return new Figures(
        Stream.of(figures).collect(Collectors.toMap(Figure::rule, figure -> figure)));
  }

  private static Appraiser appraiser(List<Effort> efforts, Figures figures) {
    return new Appraiser(efforts, DEADLINES, List.of(ALL, MODELS), () -> figures);
  }

  private static Effort effort(Effort... rows) {
    return appraiser(List.of(rows), Figures.NONE)
        .appraise(SampleAlert.of(1).alert(), finding -> "管理类/行为主体监管类")
        .priority()
        .effort();
  }

  private static String none(Finding finding) {
    return "";
  }
}

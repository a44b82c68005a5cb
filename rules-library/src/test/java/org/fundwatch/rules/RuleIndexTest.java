package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.rules.check.Requirement;
import org.fundwatch.rules.check.Requirement.Part;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.judge.Candidate;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.judge.Judge;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Leaving out rules by their index changes nothing that is found. */
class RuleIndexTest {

  private static final int RANDOM_WORLDS = 60;

  @TestFactory
  Stream<DynamicTest> findsWhatEveryRuleOnEveryCandidateFinds() throws RuleSetException {
    List<Facts> random = RandomFacts.worlds(20260401L, RANDOM_WORLDS);
    return Library.of(RuleBundle.builtIn()).stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.id(),
                    () -> {
                      List<Facts> worlds = new ArrayList<>(random);
                      entry.cases().forEach(one -> worlds.add(one.facts()));
                      Judge judge = new Judge(List.of(entry.rule()), "index", failure -> {});
                      for (Facts facts : worlds) {
                        assertThat(facts.judgedBy(judge)).hasSize(found(entry.rule(), facts));
                      }
                    }));
  }

  @Test
  void readsRequirementsOffTheCondition() throws RuleSetException {
    assertThat(requirements("RX01-sex-limit"))
        .containsExactly(new Requirement(Part.ITEM, 0, "sex_limits"));
    assertThat(requirements("FE01-duplicate-charge"))
        .containsExactly(new Requirement(Part.ITEM, 0, "duplicate_charges"));
    assertThat(requirements("PS12-drug-resale"))
        .containsExactly(new Requirement(Part.ITEM, 0, "resale_drugs"));
  }

  @Test
  void library_isIndexedByItemsDiagnosesPersonsAndInstitutions() throws RuleSetException {
    assertThat(Library.of(RuleBundle.builtIn()))
        .flatExtracting(entry -> entry.rule().checked().requirements())
        .extracting(Requirement::part)
        .contains(Part.ITEM, Part.ANY_ITEM, Part.ANY_DIAGNOSIS, Part.PERSON, Part.INSTITUTION);
  }

  @Test
  void mainDiagnosis_lookedUpByItsCategory_isRequired() throws RuleSetException {
    RuleBundle changed =
        Library.with(
            "rules/coding/DR16-not-a-main-diagnosis/rule.yaml",
            "condition: encounter.stay && encounter.ended && kind.size() > 0",
            "condition: not_main_diagnosis(prefix(encounter.main_diagnosis, 3)).size() > 0");

    assertThat(Library.of(changed))
        .filteredOn(entry -> entry.id().startsWith("DR16"))
        .flatExtracting(entry -> entry.rule().checked().requirements())
        .containsExactly(new Requirement(Part.MAIN_DIAGNOSIS, 3, "not_main_diagnosis"));
  }

  private static List<Requirement> requirements(String id) throws RuleSetException {
    return Library.of(RuleBundle.builtIn()).stream()
        .filter(entry -> entry.id().equals(id))
        .flatMap(entry -> entry.rule().checked().requirements().stream())
        .toList();
  }

  private static int found(CompiledRule rule, Facts facts) {
    int found = 0;
    for (Candidate candidate :
        facts.candidates(rule.document().subject(), rule.document().lookbackMillis())) {
      found += applies(rule, candidate) && holds(rule, candidate) ? 1 : 0;
    }
    return found;
  }

  private static boolean applies(CompiledRule rule, Candidate candidate) {
    List<MedType> visits = rule.document().visits();
    List<String> insurances = rule.document().info().insuranceTypes();
    return candidate.context().day() >= rule.document().fromDay()
        && candidate.context().day() <= rule.document().toDay()
        && (visits.isEmpty() || visits.contains(candidate.visit()))
        && (insurances.isEmpty() || insurances.contains(candidate.context().insurance()));
  }

  private static boolean holds(CompiledRule rule, Candidate candidate) {
    try {
      Evaluation evaluation = rule.on(candidate.variables(), candidate.context());
      boolean holds = evaluation.condition();
      for (int i = 0; holds && i < rule.document().exceptions().size(); i++) {
        holds = !evaluation.exception(i);
      }
      return holds;
    } catch (EvaluationError e) {
      return false;
    }
  }
}

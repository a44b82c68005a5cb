package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.judge.Candidate;
import org.fundwatch.rules.judge.Facts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compiled rules against cel-java's own interpreter: equal values, equal failures. */
class OracleTest {

  private static final int RANDOM_WORLDS = 60;

  @TestFactory
  Stream<DynamicTest> rules_casesAndRandomFacts() throws RuleSetException {
    List<Library.Entry> entries = Library.of(RuleBundle.builtIn());
    List<Facts> random = RandomFacts.worlds(20260322L, RANDOM_WORLDS);
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.id(),
                    () -> {
                      List<Facts> worlds =
                          new ArrayList<>(entry.cases().stream().map(RuleCase::facts).toList());
                      worlds.addAll(random);
                      Oracle oracle = new Oracle(entry.rule());
                      int compared = 0;
                      for (Facts facts : worlds) {
                        for (Candidate candidate :
                            facts.candidates(
                                entry.rule().document().subject(),
                                entry.rule().document().lookbackMillis())) {
                          assertThat(oracle.compiled(candidate))
                              .isEqualTo(oracle.interpreted(candidate));
                          compared++;
                        }
                      }
                      assertThat(compared).isGreaterThan(5);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> corners() {
    return Corners.EXPRESSIONS.stream()
        .map(
            expression ->
                DynamicTest.dynamicTest(
                    expression,
                    () -> {
                      Library.Entry entry = Corners.rule(expression);
                      Oracle oracle = new Oracle(entry.rule());
                      for (Candidate candidate : Corners.candidates()) {
                        assertThat(oracle.compiled(candidate))
                            .isEqualTo(oracle.interpreted(candidate));
                      }
                    }));
  }

  @Test
  void oracle_seesADifference() throws RuleSetException {
    Oracle one = new Oracle(Corners.rule("encounter.days > 3").rule());
    Oracle other = new Oracle(Corners.rule("encounter.days > 300").rule());

    assertThat(Corners.candidates())
        .anySatisfy(
            candidate ->
                assertThat(one.compiled(candidate)).isNotEqualTo(other.interpreted(candidate)));
  }
}

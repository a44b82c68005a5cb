package org.fundwatch.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.benchmarks.fork.Workload;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.simulation.SimulationConfig;
import org.junit.jupiter.api.Test;

class LibraryTest {

  private static final SimulationConfig MONTH =
      new SimulationConfig(7, 2_000, 40, LocalDate.of(2025, 11, 1), 1, 60, 1);

  @Test
  void judge_simulatedVisits_findsTheSameEachTime() {
    RuleSet rules = BuiltIn.compile();
    List<Sample> visits = Sample.of(Sample.Kind.OUTPATIENT, MONTH);

    Workload.Result result = JudgingMaker.judge(rules, visits);

    assertThat(result.events()).isEqualTo(visits.size());
    assertThat(result.alerts()).isPositive();
    assertThat(JudgingMaker.judge(rules, visits)).isEqualTo(result);
  }

  @Test
  void cost_ofOneRule_countsItsEvaluations() {
    List<Sample> visits = Sample.of(Sample.Kind.OUTPATIENT, MONTH).subList(0, 50);

    RuleCost cost = RuleCost.of("RX01-sex-limit", BuiltIn.compile(), visits);

    assertThat(cost.nanos()).isPositive();
    assertThat(cost.evaluations()).isPositive();
  }

  @Test
  void samples_areOfTheirKind() {
    assertThat(Sample.of(Sample.Kind.INPATIENT, MONTH))
        .allSatisfy(
            sample -> {
              assertThat(sample.settlement().lines()).hasSizeBetween(150, 250);
              assertThat(sample.timeline().encounters()).contains(sample.encounter());
            });
  }

  @Test
  void text_ofFigures_showsEveryRule() {
    Library.Speed speed = new Library.Speed(1_000, List.of(900.0, 1_100.0), 5, 7, 2);
    RuleCost cost = new RuleCost("RX01-sex-limit", 500, 1, 40);
    Library library =
        new Library(
            1,
            speed,
            speed,
            2_900,
            800,
            new Footprint(3_000_000, 1_000_000),
            List.of(new Library.Cost("RX01-sex-limit", "line", cost, cost)));

    assertThat(library.text())
        .contains("| visits | 1,000 | 900 | 1,100 | 5.0 | 7.0 | 2.0 |")
        .contains("2,900 ms the first time in a new process, 800 ms later")
        .contains("| RX01-sex-limit | line | 500 | 1.0 | 40 | 500 | 1.0 | 40 |");
  }
}

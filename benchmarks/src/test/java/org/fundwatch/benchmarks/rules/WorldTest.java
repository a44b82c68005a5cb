package org.fundwatch.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.simulation.FraudKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

  @TempDir private Path folder;

  @Test
  void judged_smallWorld_findsWhatWasInjected() throws Exception {
    World world = World.judged(new WorldPlan(5, 2_000, 1, 60), folder);

    RuleFindings split =
        world.rules().stream()
            .filter(rule -> Objects.equals(rule.rule(), "IP01-split-admission"))
            .findFirst()
            .orElseThrow();
    assertThat(split.byFraud()).containsKey(FraudKind.SPLIT_ADMISSION);
    assertThat(world.failures()).isEmpty();
    assertThat(world.rules())
        .allSatisfy(
            rule ->
                assertThat(rule.onFraud() + rule.onLookAlike() + rule.onOrdinary())
                    .isEqualTo(rule.findings()));
  }

  @Test
  void text_ofRules_showsWhatTheirFindingsAreOn() {
    World world =
        new World(
            new WorldPlan(1, 2_000, 3, 10),
            5_000,
            40,
            60,
            List.of(
                new RuleFindings(
                    "FE01-duplicate-charge",
                    12,
                    123_400,
                    8,
                    Map.of(FraudKind.DUPLICATE_CHARGE, 7, FraudKind.UPCODING, 1),
                    1,
                    3)),
            List.of());

    assertThat(world.text())
        .startsWith("5,000 simulated settlements of 2,000 people, 3 months from 2025-11-01")
        .contains(
            "| FE01-duplicate-charge | 12 | 1,234 | 8 | duplicate_charge 7 | 1 | 3 | 6.0 |\n");
  }
}

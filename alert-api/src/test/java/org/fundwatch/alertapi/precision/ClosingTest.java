package org.fundwatch.alertapi.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.precision.Closing.Counted;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.priority.Figures;
import org.junit.jupiter.api.Test;

/** Against a weight of 20, one decision moves a confidence by up to 1/21 (0.0476). */
final class ClosingTest {
  private static final double MATERIAL = 0.05;

  @Test
  void of_fewDecisions_namesNobody() {
    assertThat(Closing.of(Figures.NONE, Map.of(), rule -> 20, MATERIAL)).isEmpty();
    assertThat(Closing.of(Figures.NONE, Map.of("A", new Decided(1, 0, 9)), rule -> 20, MATERIAL))
        .isEmpty();
  }

  @Test
  void of_whatMoved_namesItAlone_byItsWeight() {
    var counts =
        Map.of(
            "B", new Decided(2, 0, 1),
            "A", new Decided(0, 2, 0),
            "ML01", new Decided(2, 0, 0));

    var closing =
        Closing.of(Figures.NONE, counts, rule -> rule.equals("ML01") ? 200 : 20, MATERIAL);

    assertThat(closing)
        .contains(new Closing(MATERIAL, List.of(counted("A", 0, 2), counted("B", 2, 0))));
  }

  @Test
  void of_figureThatHolds_isMeasuredAgainstIt_alsoWhenDecisionsWereTakenBack() {
    var holding = new Figures(Map.of("A", new Figure("A", 10, 10, 1, 1_000)));

    assertThat(Closing.of(holding, Map.of("A", new Decided(11, 10, 0)), rule -> 20, MATERIAL))
        .isEmpty();
    assertThat(Closing.of(holding, Map.of("A", new Decided(10, 10, 50)), rule -> 20, MATERIAL))
        .isEmpty();
    assertThat(Closing.of(holding, Map.of(), rule -> 20, MATERIAL))
        .contains(new Closing(MATERIAL, List.of(counted("A", 0, 0))));
  }

  private static Counted counted(String rule, long confirmed, long dismissed) {
    return new Counted(rule, confirmed, dismissed);
  }
}

package org.fundwatch.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Offset<Double> EXACT = within(1e-12);

  // Ranked: right 0.9, wrong 0.8, right 0.6, then a tie of one each at 0.3, wrong 0.1.
  private final Ranking ranking =
      new Ranking(
          new double[] {0.1, 0.9, 0.3, 0.8, 0.3, 0.6},
          new boolean[] {false, true, true, false, false, true});

  @Test
  void rocAuc_withATie_countsItHalf() {
    // Pairs won by 0.9: 3, by 0.6: 2, by 0.3: 1 and a half.
    assertThat(ranking.rocAuc()).isCloseTo(6.5 / 9, EXACT);
  }

  @Test
  void averagePrecision_withATie_takesItAtItsEnd() {
    assertThat(ranking.averagePrecision()).isCloseTo((1.0 + 2.0 / 3 + 3.0 / 5) / 3, EXACT);
  }

  @Test
  void precisionAt_moreThanThereAre_countsAll() {
    assertThat(ranking.precisionAt(1)).isEqualTo(1);
    assertThat(ranking.precisionAt(2)).isEqualTo(0.5);
    assertThat(ranking.precisionAt(100)).isEqualTo(0.5);
  }

  @Test
  void at_threshold_includesTheThreshold() {
    assertThat(ranking.at(0.6)).isEqualTo(new Evaluation.AtThreshold(0.6, 3, 2.0 / 3, 2.0 / 3));
    assertThat(ranking.at(0.95)).isEqualTo(new Evaluation.AtThreshold(0.95, 0, 0, 0));
  }

  @Test
  void thresholdFor_target_isTheLowestThatReachesIt() {
    assertThat(ranking.thresholdFor(0.6, 0)).isEqualTo(0.3);
    assertThat(ranking.thresholdFor(0.6, 0.5)).isEqualTo(0.6);
    assertThat(ranking.thresholdFor(0.9, 0)).isEqualTo(0.9);
  }

  @Test
  void thresholdFor_outOfReach_isOne() {
    Ranking wrongFirst = new Ranking(new double[] {0.9, 0.1}, new boolean[] {false, true});

    assertThat(wrongFirst.thresholdFor(0.9, 0)).isEqualTo(1);
  }

  @Test
  void brier_ofProbabilities_isTheMeanSquaredError() {
    assertThat(ranking.brier()).isCloseTo((0.01 + 0.01 + 0.49 + 0.64 + 0.09 + 0.16) / 6, EXACT);
  }

  @Test
  void calibration_emptyRows_areLeftOut() {
    assertThat(ranking.calibration(0, 0.2, 0.25, 1))
        .containsExactly(
            new Evaluation.Bin(0, 0.2, 1, 0.1, 0),
            new Evaluation.Bin(0.25, 1, 5, (0.9 + 0.3 + 0.8 + 0.3 + 0.6) / 5, 0.6));
  }

  @Test
  void ranking_scoreNotKnown_comesLast() {
    Ranking unknown = new Ranking(new double[] {Double.NaN, 0.1}, new boolean[] {false, true});

    assertThat(unknown.rocAuc()).isEqualTo(1);
  }
}

package org.fundwatch.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailProbabilityTest {
  private final double[] scores = IntStream.range(0, 999).mapToDouble(i -> i).toArray();
  private final TailProbability tail = TailProbability.fit(scores);

  @Test
  void of_scoreInTheTail_isExact() {
    assertThat(tail.of(998.5)).isEqualTo(1 / 1000.0);
    assertThat(tail.of(998)).isEqualTo(2 / 1000.0);
    assertThat(tail.of(900)).isEqualTo(100 / 1000.0);
  }

  @Test
  void of_scoreInTheBody_isWithinAHalfPercent() {
    for (int score = 0; score < 799; score += 13) {
      assertThat(tail.of(score)).isCloseTo((1000 - score) / 1000.0, within(0.005));
    }
  }

  @Test
  void of_scoreBelowAll_isOne() {
    assertThat(tail.of(-1)).isEqualTo(1);
  }

  @Test
  void fit_fewScores_keepsAll() {
    TailProbability few = TailProbability.fit(new double[] {3, 1, 2});

    assertThat(few.of(3)).isEqualTo(0.5);
    assertThat(few.of(4)).isEqualTo(0.25);
  }

  @Test
  void fit_noScore_isRefused() {
    assertThatThrownBy(() -> TailProbability.fit(new double[0]))
        .hasMessage("tail probability: no calibration score; at least one");
  }
}

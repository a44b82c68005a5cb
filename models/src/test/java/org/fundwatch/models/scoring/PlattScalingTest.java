package org.fundwatch.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

  @Test
  void fit_scoresOfAKnownLine_findsIt() {
    SplittableRandom random = new SplittableRandom(1);
    PlattScaling truth = new PlattScaling(0.5, -2);
    double[] scores = new double[20_000];
    boolean[] labels = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 3 * random.nextGaussian();
      labels[i] = random.nextDouble() < truth.probability(scores[i]);
    }

    PlattScaling fit = PlattScaling.fit(scores, labels);

    assertThat(fit.slope()).isCloseTo(0.5, within(0.03));
    assertThat(fit.intercept()).isCloseTo(-2, within(0.1));
  }

  @Test
  void fit_separableScores_staysShortOfCertainty() {
    PlattScaling fit =
        PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

    assertThat(fit.probability(2)).isBetween(0.7, 0.99);
  }

  @Test
  void fit_oneClassOnly_isRefused() {
    assertThatThrownBy(() -> PlattScaling.fit(new double[] {1}, new boolean[] {true}))
        .hasMessage("calibration: 1 positive and 0 negative examples; at least one of each");
  }
}

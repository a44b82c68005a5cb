package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.scoring.TailProbability;
import org.fundwatch.models.scoring.UnusualStayModel;
import org.fundwatch.models.testing.SampleStays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OneClassTrainerTest {
  private static Periods periods;
  private static PeerBaseline peers;
  private static OneClassTrainer.Trained trained;

  @BeforeAll
  static void train() {
    TrainingConfig config = Configs.usual(7);
    periods = Periods.split(new SampleStays(7).labelled(2_000), config);
    peers = PeerBaseline.fit(periods.training().stream().map(Sample::stay).toList());
    trained = OneClassTrainer.train(Sample.features(periods.training(), peers), config);
  }

  @Test
  void flattened_everyTestStay_equalsTribuo() {
    for (double[] row : Sample.features(periods.test(), peers)) {
      double tribuo =
          trained
              .model()
              .predict(OneClassTrainer.example(trained.flat().shaped(row)))
              .getOutput()
              .getScore();
      assertThat(-trained.flat().score(row)).isCloseTo(tribuo, within(1e-6));
    }
  }

  @Test
  void explanation_everyTestStay_sumsToTheScore() {
    UnusualStayModel model =
        new UnusualStayModel(
            FeatureSchema.version(),
            peers,
            trained.flat(),
            TailProbability.fit(new double[] {0}),
            0.01);
    for (Sample sample : periods.test()) {
      double sum = model.explain(sample.stay()).stream().mapToDouble(Attribution::weight).sum();
      double score = model.score(sample.stay()).raw();
      assertThat(model.baseline() + sum).isCloseTo(score, within(1e-3 * (1 + Math.abs(score))));
    }
  }

  @Test
  void score_fartherFromPeers_isHigher() {
    double[] typical = Sample.features(periods.test(), peers)[0].clone();
    double[] far = typical.clone();
    for (String column : OneClassTrainer.COLUMNS) {
      typical[FeatureSchema.indexOf(column)] = 0;
      far[FeatureSchema.indexOf(column)] = 4;
    }
    assertThat(trained.flat().score(far)).isGreaterThan(trained.flat().score(typical));
  }
}

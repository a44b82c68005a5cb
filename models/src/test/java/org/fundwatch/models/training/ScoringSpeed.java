package org.fundwatch.models.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundwatch.models.Scorer;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.features.StayFacts;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.testing.SampleStays;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/** Prints how long scoring takes, beside Tribuo's own prediction of the same trees. */
public final class ScoringSpeed {
  private static final int STAYS = 5_000;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 20;

  private ScoringSpeed() {}

  public static void main(String[] args) {
    TrainingConfig config = Configs.usual(7);
    List<LabelledEncounter> stays = new SampleStays(7).labelled(STAYS).toList();
    Periods periods = Periods.split(stays.stream(), config);
    PeerBaseline peers = PeerBaseline.fit(periods.training().stream().map(Sample::stay).toList());
    double[][] training = Sample.features(periods.training(), peers);
    XGBoostModel<Label> model =
        BoostedTrees.train(
            training, Sample.labels(periods.training(), Sample::lowThreshold), config);
    FlatTrees trees = TreeFlattener.flatten(model);
    double[][] rows =
        stays.stream()
            .map(s -> peers.features(StayFacts.of(s.encounter(), s.timeline())))
            .toArray(double[][]::new);
    Scorer scorer = Scorer.builtIn();

    print(
        "features of a stay",
        stays,
        s ->
            StayFacts.judgeable(s.encounter())
                ? peers.features(StayFacts.of(s.encounter(), s.timeline()))[0]
                : 0);
    print(
        "both models, features and all",
        stays,
        s -> scorer.scores(s.encounter(), s.timeline()).orElseThrow().unusual().raw());
    print("with findings where told", stays, s -> scorer.score(s.encounter(), s.timeline()).size());
    print("80 flattened trees alone", List.of(rows), trees::logOdds);
    once(
        "80 rounds by Tribuo's predict, first 2,000 calls",
        List.of(rows).subList(0, 2_000),
        row -> model.predict(BoostedTrees.example(row, false)).getOutput().getScore());
  }

  private static <T> void print(String what, List<T> examples, ToDoubleFunction<T> work) {
    double sum = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sum += examples.stream().mapToDouble(work).sum();
    }
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      sum += examples.stream().mapToDouble(work).sum();
    }
    report(what, System.nanoTime() - begin, (long) ROUNDS * examples.size(), sum);
  }

  private static <T> void once(String what, List<T> examples, ToDoubleFunction<T> work) {
    long begin = System.nanoTime();
    double sum = examples.stream().mapToDouble(work).sum();
    report(what, System.nanoTime() - begin, examples.size(), sum);
  }

  private static void report(String what, long nanos, long calls, double sum) {
    System.out.printf(
        "%-50s %8.2f us  (%d calls, checksum %.3f)%n", what, nanos / 1e3 / calls, calls, sum);
  }
}

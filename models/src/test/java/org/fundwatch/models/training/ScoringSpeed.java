package org.fundwatch.models.training;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.features.StayFacts;
import org.fundwatch.models.scoring.FlatTrees;
import org.fundwatch.models.testing.GoldenStays;
import org.fundwatch.models.testing.SampleStays;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/** Prints how long scoring takes, beside Tribuo's own prediction of the same trees. */
public final class ScoringSpeed {
  private static final int STAYS = 5_000;
  private static final int CALLS = 20_000; // to warm up, and again to measure

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
    print(
        "both models, stays of about 20 items",
        GoldenStays.all(),
        stay -> scorer.scores(stay, new Timeline(List.of(stay))).orElseThrow().unusual().raw());
    print(
        "one of them told, with its explanation",
        List.of(GoldenStays.expensive()),
        stay -> scorer.score(stay, new Timeline(List.of(stay))).size());
    print("80 flattened trees alone", List.of(rows), trees::logOdds);
    measure(
        "80 rounds by Tribuo's predict, first 2,000 calls",
        List.of(rows).subList(0, 2_000),
        1,
        row -> model.predict(BoostedTrees.example(row, false)).getOutput().getScore());
  }

  private static <T> void print(String what, List<T> examples, ToDoubleFunction<T> work) {
    int rounds = CALLS / examples.size();
    double warm = sum(examples, rounds, work);
    measure(what, examples, rounds, work);
    if (Double.isNaN(warm)) {
      throw new IllegalStateException(what + ": not a number; a score expected");
    }
  }

  // Processor time and not the clock's: the machine has other work.
  private static <T> void measure(
      String what, List<T> examples, int rounds, ToDoubleFunction<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    double sum = sum(examples, rounds, work);
    double micros = (threads.getCurrentThreadCpuTime() - begin) / 1e3 / rounds / examples.size();
    System.out.printf("%-50s %8.2f us (checksum %.3f)%n", what, micros, sum);
  }

  private static <T> double sum(List<T> examples, int rounds, ToDoubleFunction<T> work) {
    double sum = 0;
    for (int i = 0; i < rounds; i++) {
      for (T example : examples) {
        sum += work.applyAsDouble(example);
      }
    }
    return sum;
  }
}

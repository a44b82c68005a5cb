package org.fundwatch.models.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.models.Scorer;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.simulation.TruthEntry;

/**
 * The simulated history that the built-in models learn from: frauds at their calibrated rates, so
 * that probabilities are right for them.
 *
 * @param history what training reads
 * @param kinds by encounter, what the truth says of it: fraud and form, or look-alike
 */
record SimulatedYear(LabelledHistory history, Map<String, String> kinds) {
  private static final long SEED = 20251;
  private static final int PERSONS = 150_000;
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final int MONTHS = 9;

  static SimulatedYear simulate() {
    HistoryCollector collector = new HistoryCollector();
    Map<String, String> kinds = new HashMap<>();
    Simulation.run(
        new SimulationConfig(SEED, PERSONS, 300, FROM, MONTHS, 1, 2),
        collector::add,
        truth -> note(truth, collector, kinds));
    return new SimulatedYear(collector.history(), kinds);
  }

  /** Five and a half months to train, one and a half to calibrate, two to test. */
  TrainingConfig config() {
    return TrainingConfig.of(
        SEED,
        FROM.plusMonths(5).plusDays(15),
        FROM.plusMonths(7),
        "simulation of %,d persons over %d months from %s, seed %d, fraud scale 1"
            .formatted(PERSONS, MONTHS, FROM, SEED),
        true);
  }

  /** Prints how much of each kind the models tell in the test period. */
  void printTold(Scorer scorer) {
    Map<String, int[]> told = new TreeMap<>();
    history
        .encounters()
        .filter(example -> !example.serviceDate().isBefore(config().testFrom()))
        .filter(example -> scorer.scores(example.encounter(), example.timeline()).isPresent())
        .forEach(
            example -> {
              String kind = kinds.getOrDefault(example.encounter().id(), "ordinary");
              int[] counts = told.computeIfAbsent(kind, key -> new int[3]);
              counts[0]++;
              for (Finding finding : scorer.score(example.encounter(), example.timeline())) {
                counts[finding.rule().id().startsWith("ML01") ? 1 : 2]++;
              }
            });
    System.out.printf("%-60s %8s %6s %6s%n", "test period", "stays", "ML01", "ML02");
    told.forEach(
        (kind, counts) ->
            System.out.printf("%-60s %8d %6d %6d%n", kind, counts[0], counts[1], counts[2]));
  }

  private static void note(
      TruthEntry truth, HistoryCollector collector, Map<String, String> kinds) {
    List<String> encounters = truth.encounterIds();
    if (truth.fraudulent()) {
      encounters.forEach(id -> collector.label(id, truth.fraud().name()));
    }
    String how = truth.fraudulent() ? truth.form() : "look-alike " + truth.lookAlike();
    encounters.forEach(id -> kinds.put(id, truth.fraud() + " " + how));
  }
}

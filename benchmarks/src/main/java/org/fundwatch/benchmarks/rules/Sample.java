package org.fundwatch.benchmarks.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;

/**
 * A settlement out of a simulated year, with what its person's history then holds.
 *
 * @param settlement with its lines
 * @param encounter that it belongs to
 * @param timeline of the person
 */
record Sample(Settlement settlement, Encounter encounter, Timeline timeline) {

  private static final int PERSONS = 20_000;
  private static final int INSTITUTIONS = 60;
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int MONTHS = 12;

  /** Which settlements. */
  enum Kind {
    /** A visit of 4 to 6 lines. */
    OUTPATIENT(false, 4, 6, 10_000),
    /** A stay of 150 to 250 lines. */
    INPATIENT(true, 150, 250, 1_000);

    private final boolean stay;
    private final int from;
    private final int to;
    private final int most;

    Kind(boolean stay, int from, int to, int most) {
      this.stay = stay;
      this.from = from;
      this.to = to;
      this.most = most;
    }

    private boolean fits(SettlementEvent event) {
      int lines = event.settlement().lines().size();
      return event.kind() == EventKind.SETTLED
          && (event.settlement().stay() != null) == stay
          && lines >= from
          && lines <= to;
    }
  }

  /**
   * The last settlements of a kind in a year of calibrated life, at most so many as it asks for.
   */
  static List<Sample> of(Kind kind, long seed) {
    return of(kind, new SimulationConfig(seed, PERSONS, INSTITUTIONS, FROM, MONTHS, 1, 2));
  }

  static List<Sample> of(Kind kind, SimulationConfig config) {
    Map<String, PersonHistory> histories = new HashMap<>();
    List<SettlementEvent> chosen = new ArrayList<>();
    long unused =
        Simulation.run(
            config,
            event -> {
              histories.merge(
                  event.settlement().person().id(),
                  PersonHistory.EMPTY.with(event),
                  (known, one) -> known.with(event));
              if (kind.fits(event)) {
                chosen.add(event);
              }
            },
            truth -> {});
    List<Sample> samples = new ArrayList<>();
    for (SettlementEvent event :
        chosen.subList(Math.max(0, chosen.size() - kind.most), chosen.size())) {
      Settlement settlement = event.settlement();
      Timeline timeline =
          histories.getOrDefault(settlement.person().id(), PersonHistory.EMPTY).timeline();
      timeline
          .find(settlement.encounterId())
          .ifPresent(encounter -> samples.add(new Sample(settlement, encounter, timeline)));
    }
    if (samples.isEmpty()) {
      throw new IllegalStateException("simulation: no settlement of kind " + kind);
    }
    return samples;
  }

  /** What the person desk asks of the rules when the settlement arrives. */
  List<Finding> judge(RuleSet rules) {
    List<Finding> findings = rules.judgeSettlement(settlement);
    List<Finding> more = rules.judgeEncounter(encounter, timeline);
    if (findings.isEmpty() || more.isEmpty()) {
      return findings.isEmpty() ? more : findings;
    }
    List<Finding> both = new ArrayList<>(findings);
    both.addAll(more);
    return both;
  }
}

package org.fundwatch.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/** A simulation held in memory, as tests look at it. */
final class SampleRun {

  static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  /** Six weeks' worth of fraud in a month of a small town: every kind occurs. */
  static final SimulationConfig RICH = new SimulationConfig(11, 12_000, 80, MARCH, 1, 60, 2);

  final List<SettlementEvent> events = new ArrayList<>();
  final List<TruthEntry> truth = new ArrayList<>();

  static SampleRun of(SimulationConfig config) {
    SampleRun run = new SampleRun();
    Simulation.run(config, run.events::add, run.truth::add);
    return run;
  }

  /** Settlements as first sent, reversed ones too, each once. */
  List<Settlement> settlements() {
    Set<String> seen = new HashSet<>();
    return events.stream()
        .filter(e -> e.kind() == EventKind.SETTLED || e.kind() == EventKind.MID_STAY)
        .map(SettlementEvent::settlement)
        .filter(s -> seen.add(s.settlementId()))
        .toList();
  }

  /** Settlements of everyone who takes part in no case, by person. */
  Map<String, List<Settlement>> bystanders() {
    Set<String> involved = new HashSet<>();
    truth.forEach(entry -> involved.addAll(entry.persons()));
    Map<String, List<Settlement>> byPerson = new HashMap<>();
    for (Settlement s : settlements()) {
      if (!involved.contains(s.person().id())) {
        byPerson.computeIfAbsent(s.person().id(), key -> new ArrayList<>()).add(s);
      }
    }
    return byPerson;
  }
}

package org.fundwatch.benchmarks.micro;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.SimulationConfig;

/**
 * A simulated event to measure with, and what its person's history held before it.
 *
 * @param event settled
 * @param history of the person, without the event
 */
record Samples(SettlementEvent event, PersonHistory history) {

  private static final SimulationConfig YEAR =
      new SimulationConfig(7, 2_000, 40, LocalDate.of(2025, 11, 1), 12, 1, 1);
  private static final int OUTPATIENT_LINES = 5;
  private static final int INPATIENT_LINES = 200;

  /** The visit or stay of a year whose number of fee lines is nearest to 5 or 200. */
  static Samples of(boolean stay) {
    List<SettlementEvent> events = new ArrayList<>();
    long unused = Simulation.run(YEAR, events::add, truth -> {});
    Predicate<SettlementEvent> wanted =
        event -> event.kind() == EventKind.SETTLED && (event.settlement().stay() != null) == stay;
    int lines = stay ? INPATIENT_LINES : OUTPATIENT_LINES;
    SettlementEvent sample =
        events.stream()
            .filter(wanted)
            .min(
                Comparator.comparingInt(
                    event -> Math.abs(event.settlement().lines().size() - lines)))
            .orElseThrow(() -> new IllegalStateException("simulation: no event to measure with"));
    String person = sample.settlement().person().id();
    PersonHistory history = PersonHistory.EMPTY;
    for (SettlementEvent event : events) {
      if (!event.messageId().equals(sample.messageId())
          && event.settlement().person().id().equals(person)) {
        history = history.with(event);
      }
    }
    return new Samples(sample, history);
  }
}

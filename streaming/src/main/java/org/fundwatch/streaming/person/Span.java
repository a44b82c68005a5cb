package org.fundwatch.streaming.person;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;

/**
 * The encounters that a change is about, and the time they cover before and after it.
 *
 * @param encounters their ids
 * @param fromMillis first moment
 * @param toMillis last moment
 */
public record Span(Set<String> encounters, long fromMillis, long toMillis) {

  static Span of(Set<String> settlements, View old, View now) {
    Set<String> encounters = new TreeSet<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (View view : List.of(old, now)) {
      for (String settlement : settlements) {
        SettlementFact fact = view.standing().get(settlement);
        if (fact != null) {
          encounters.add(fact.head().encounterId());
        }
      }
    }
    // A stay settled in parts is seen as a whole by its neighbours, whichever part changed.
    for (View view : List.of(old, now)) {
      for (SettlementFact fact : view.standing().values()) {
        if (encounters.contains(fact.head().encounterId())) {
          from = Math.min(from, fact.head().beginMillis());
          to = Math.max(to, fact.head().endMillis());
        }
      }
    }
    return new Span(encounters, from, to);
  }

  /**
   * The encounters that see a change in this span: those that go on or begin after it. Judges look
   * back, so an encounter that was over before sees nothing of it.
   */
  List<Encounter> seenBy(Timeline timeline, long lookbackMillis) {
    return encounters.isEmpty()
        ? List.of()
        : timeline.between(fromMillis, toMillis + lookbackMillis);
  }
}

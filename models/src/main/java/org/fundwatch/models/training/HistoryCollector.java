package org.fundwatch.models.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.PersonHistory;

/**
 * Gathers settlement events in any order, with what is known to be wrong, into a {@link
 * LabelledHistory}. Holds all of it in memory: about 1 KB a settlement. Not thread-safe.
 */
public final class HistoryCollector {

  private final Map<String, PersonHistory> byPerson = new TreeMap<>();
  private final Map<String, Set<String>> labels = new HashMap<>();

  /** Adds an event to its person's history. */
  public void add(SettlementEvent event) {
    byPerson.compute(
        event.settlement().person().id(),
        (id, known) -> (known == null ? PersonHistory.EMPTY : known).with(event));
  }

  /** Labels an encounter with a kind of fraud, such as {@link LabelledEncounter#LOW_THRESHOLD}. */
  public void label(String encounterId, String kind) {
    labels.computeIfAbsent(encounterId, id -> new TreeSet<>()).add(kind);
  }

  /** What was gathered, persons in the order of their identifiers. */
  public LabelledHistory history() {
    return new LabelledHistory(byPerson.values(), labels);
  }
}

package org.fundwatch.domain.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * Everything known of one person within the retention horizon. It keeps facts, not verdicts: two
 * histories given the same events in any order, with duplicates, give the same {@link #timeline}.
 *
 * @param schema version of this record's layout
 * @param facts at most one settling and one amending fact per settlement, in order of settlement id
 *     and kind
 * @param reversals cancellations, in order of arrival
 */
public record PersonHistory(int schema, List<SettlementFact> facts, List<Reversal> reversals) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  /** Nothing known yet. */
  public static final PersonHistory EMPTY = new PersonHistory(SCHEMA, List.of(), List.of());

  private static final Comparator<SettlementFact> ORDER =
      Comparator.<SettlementFact, String>comparing(fact -> fact.head().settlementId())
          .thenComparing(fact -> fact.kind() == EventKind.AMENDED);

  public PersonHistory {
    facts = List.copyOf(facts);
    reversals = List.copyOf(reversals);
  }

  /** The history with one more event; an event already contained changes nothing. */
  public PersonHistory with(SettlementEvent event) {
    if (event.kind() == EventKind.REVERSED) {
      Reversal reversal =
          new Reversal(
              event.settlement().originalSettlementId(),
              event.reversesMessageId(),
              event.sentMillis());
      if (reversals.contains(reversal)) {
        return this;
      }
      List<Reversal> more = new ArrayList<>(reversals);
      more.add(reversal);
      return new PersonHistory(schema, facts, more);
    }
    SettlementFact fact = SettlementFact.of(event);
    List<SettlementFact> more = new ArrayList<>(facts);
    int at = Collections.binarySearch(more, fact, ORDER);
    if (at < 0) {
      more.add(-at - 1, fact);
    } else {
      more.set(at, more.get(at).later(fact));
    }
    return new PersonHistory(schema, more, reversals);
  }

  /** The history without what ended before a moment. */
  public PersonHistory since(long millis) {
    List<SettlementFact> kept =
        facts.stream().filter(fact -> fact.head().endMillis() >= millis).toList();
    List<Reversal> keptReversals =
        reversals.stream().filter(reversal -> reversal.sentMillis() >= millis).toList();
    return kept.size() == facts.size() && keptReversals.size() == reversals.size()
        ? this
        : new PersonHistory(schema, kept, keptReversals);
  }

  /** The settlements as they stand, by id: reversed ones gone, corrected ones corrected. */
  public SortedMap<String, SettlementFact> standing() {
    SortedMap<String, SettlementFact> settled = new TreeMap<>();
    Map<String, SettlementFact> lists = new HashMap<>();
    for (SettlementFact fact : facts) {
      if (stands(fact)) {
        (fact.kind() == EventKind.AMENDED ? lists : settled).put(fact.head().settlementId(), fact);
      }
    }
    settled.replaceAll(
        (id, fact) -> {
          SettlementFact list = lists.get(id);
          return list == null ? fact : fact.amendedBy(list);
        });
    return settled;
  }

  /** The encounters as they stand: the standing settlements, parts of one encounter merged. */
  public Timeline timeline() {
    Map<String, List<SettlementFact>> byEncounter = new TreeMap<>();
    for (SettlementFact fact : standing().values()) {
      byEncounter.computeIfAbsent(fact.head().encounterId(), key -> new ArrayList<>()).add(fact);
    }
    return new Timeline(byEncounter.values().stream().map(EncounterMerge::of).toList());
  }

  /** True unless the fact was cancelled. */
  public boolean stands(SettlementFact fact) {
    for (Reversal reversal : reversals) {
      if (reversal.cancels(fact)) {
        return false;
      }
    }
    return true;
  }
}

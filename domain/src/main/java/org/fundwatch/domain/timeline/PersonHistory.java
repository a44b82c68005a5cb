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
 * @param facts what each message on a settlement stated, those that are outdated or cancelled too:
 *     a later cancellation can bring an earlier statement back. In order of settlement, kind,
 *     message
 * @param reversals cancellations, in the order in which they were sent
 */
public record PersonHistory(int schema, List<SettlementFact> facts, List<Reversal> reversals) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  /** Nothing known yet. */
  public static final PersonHistory EMPTY = new PersonHistory(SCHEMA, List.of(), List.of());

  private static final Comparator<SettlementFact> ORDER =
      Comparator.<SettlementFact, String>comparing(fact -> fact.head().settlementId())
          .thenComparing(SettlementFact::isList)
          .thenComparing(SettlementFact::messageId);

  public PersonHistory {
    facts = List.copyOf(facts);
    reversals = List.copyOf(reversals);
  }

  /** The history with one more event; this very one where the event tells nothing new. */
  public PersonHistory with(SettlementEvent event) {
    if (event.kind() == EventKind.REVERSED) {
      Reversal reversal = Reversal.of(event);
      int at = Collections.binarySearch(reversals, reversal, Reversal.BY_TIME);
      return at >= 0 ? this : new PersonHistory(schema, facts, inserted(reversals, at, reversal));
    }
    SettlementFact fact = SettlementFact.of(event);
    int at = Collections.binarySearch(facts, fact, ORDER);
    if (at < 0) {
      return new PersonHistory(schema, inserted(facts, at, fact), reversals);
    }
    SettlementFact known = facts.get(at);
    SettlementFact later = known.later(fact);
    if (later.equals(known)) {
      return this;
    }
    List<SettlementFact> more = new ArrayList<>(facts);
    more.set(at, later);
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
    for (SettlementFact fact : inForce()) {
      if (fact.settles()) {
        settled.merge(fact.head().settlementId(), fact, SettlementFact::later);
      } else if (fact.isList()) {
        lists.merge(fact.head().settlementId(), fact, SettlementFact::later);
      }
    }
    settled.replaceAll(
        (id, fact) -> {
          SettlementFact list = lists.get(id);
          return list == null ? fact : fact.amendedBy(list);
        });
    return settled;
  }

  /** The facts that no reversal cancels, in their order. */
  public List<SettlementFact> inForce() {
    if (reversals.isEmpty()) {
      return facts;
    }
    List<Reversal> standing = standingReversals();
    return facts.stream()
        .filter(fact -> standing.stream().noneMatch(reversal -> reversal.cancels(fact)))
        .toList();
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
    return standingReversals().stream().noneMatch(reversal -> reversal.cancels(fact));
  }

  // From the last one back: only a later one can cancel an earlier one, so nothing goes in circles.
  private List<Reversal> standingReversals() {
    List<Reversal> standing = new ArrayList<>();
    for (int i = reversals.size() - 1; i >= 0; i--) {
      Reversal reversal = reversals.get(i);
      if (standing.stream().noneMatch(later -> later.cancels(reversal))) {
        standing.add(reversal);
      }
    }
    return standing;
  }

  private static <T> List<T> inserted(List<T> list, int notFound, T element) {
    List<T> more = new ArrayList<>(list.size() + 1);
    more.addAll(list);
    more.add(-notFound - 1, element);
    return more;
  }
}

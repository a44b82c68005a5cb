package org.fundwatch.streaming.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;

/** Puts rows of settlements together from what a person's desk keeps. */
final class PersonRows {

  private static final Comparator<SettlementFact> ORDER =
      Comparator.comparing(SettlementFact::settles)
          .reversed()
          .thenComparing(SettlementFact::sentMillis)
          .thenComparing(SettlementFact::messageId);

  private PersonRows() {}

  /**
   * The rows of some settlements; of those that came before a release that keeps messages, and of
   * those forgotten, there are none.
   *
   * @param wanted which, by a settlement's head
   */
  static List<SettlementRow> of(
      PersonHistory history, RetainedEvents events, Predicate<Settlement> wanted) throws Exception {
    Map<String, List<SettlementFact>> facts = new TreeMap<>();
    for (SettlementFact fact : history.facts()) {
      if (wanted.test(fact.head())) {
        facts.computeIfAbsent(fact.head().settlementId(), id -> new ArrayList<>()).add(fact);
      }
    }
    List<SettlementRow> rows = new ArrayList<>();
    for (Map.Entry<String, List<SettlementFact>> of : facts.entrySet()) {
      List<SettlementFact> inForce = of.getValue().stream().filter(history::stands).toList();
      boolean stands = inForce.stream().anyMatch(SettlementFact::settles);
      List<SettlementEvent> messages =
          events.of((stands ? inForce : of.getValue()).stream().sorted(ORDER).toList());
      if (!messages.isEmpty()) {
        rows.add(new SettlementRow(SettlementRow.SCHEMA, of.getKey(), stands, messages));
      }
    }
    return rows;
  }
}

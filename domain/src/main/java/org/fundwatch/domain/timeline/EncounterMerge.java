package org.fundwatch.domain.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.jspecify.annotations.Nullable;

/** Puts the settlements of one encounter together. */
final class EncounterMerge {

  private static final Comparator<SettlementFact> BY_SETTLEMENT_TIME =
      Comparator.<SettlementFact>comparingLong(fact -> fact.head().settledMillis())
          .thenComparing(fact -> fact.head().settlementId());

  private EncounterMerge() {}

  /**
   * The encounter of its settlements (at least one).
   *
   * <p>Diagnoses, operations and stay details are those of the last settlement, which knows most;
   * the admission is the earliest.
   */
  static Encounter of(List<SettlementFact> parts) {
    if (parts.size() == 1) {
      SettlementFact only = parts.get(0);
      return new Encounter(
          only.head(),
          List.of(only.head().settlementId()),
          only.items(),
          only.activeDays(),
          only.chargedDays());
    }
    List<SettlementFact> ordered = parts.stream().sorted(BY_SETTLEMENT_TIME).toList();
    Settlement last = ordered.get(ordered.size() - 1).head();
    Amounts amounts =
        ordered.stream().map(part -> part.head().amounts()).reduce(Amounts.ZERO, Amounts::plus);
    Settlement head =
        new Settlement(
            last.settlementId(),
            last.encounterId(),
            last.originalSettlementId(),
            last.person(),
            last.institution(),
            last.insurance(),
            last.medType(),
            last.settledMillis(),
            last.doctor(),
            last.midStay(),
            last.codeSet(),
            amounts,
            wholeStay(ordered),
            last.grouping(),
            last.diagnoses(),
            last.operations(),
            List.of(),
            List.of(),
            List.of());
    return new Encounter(
        head,
        ordered.stream().map(part -> part.head().settlementId()).sorted().toList(),
        SettlementFact.sum(ordered.stream().flatMap(part -> part.items().stream()).toList()),
        days(ordered, SettlementFact::activeDays),
        days(ordered, SettlementFact::chargedDays));
  }

  private static @Nullable Stay wholeStay(List<SettlementFact> ordered) {
    Stay whole = null;
    for (SettlementFact part : ordered) {
      Stay stay = part.head().stay();
      if (stay != null) {
        whole = whole == null ? stay : stay.after(whole);
      }
    }
    return whole;
  }

  private static List<Integer> days(
      List<SettlementFact> parts, Function<SettlementFact, List<Integer>> of) {
    TreeSet<Integer> days = new TreeSet<>();
    parts.forEach(part -> days.addAll(of.apply(part)));
    return List.copyOf(days);
  }
}

package org.fundwatch.simulation.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.simulation.TruthEntry;

/** Finds the cases of the truth that a finding can be about. */
public final class TruthIndex {

  private final Map<String, List<TruthEntry>> byKey = new HashMap<>();

  /**
   * Of a whole truth.
   *
   * @param token the person token of a person number, as intake makes it
   */
  public TruthIndex(Collection<TruthEntry> truth, UnaryOperator<String> token) {
    for (TruthEntry entry : truth) {
      entry.encounterIds().forEach(id -> add("E" + id, entry));
      entry.traceCodes().forEach(code -> add("T" + code, entry));
      entry.persons().forEach(person -> add("P" + token.apply(person), entry));
      add("I" + entry.institution(), entry);
      if (!entry.doctor().isEmpty()) {
        add("D" + entry.doctor(), entry);
      }
    }
  }

  /** The cases that the finding's subject takes part in, on the days of the finding. */
  public List<TruthEntry> about(Finding finding) {
    String id = finding.subject().id();
    return switch (finding.subject().kind()) {
      case ENCOUNTER -> get("E" + id);
      case TRACE_CODE -> get("T" + id);
      case PERSON -> get("P" + id).stream().filter(entry -> shares(entry, finding)).toList();
      case DOCTOR -> get("D" + id).stream().filter(entry -> sameDays(entry, finding)).toList();
      case INSTITUTION -> get("I" + id).stream().filter(entry -> sameDays(entry, finding)).toList();
    };
  }

  private List<TruthEntry> get(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  private void add(String key, TruthEntry entry) {
    byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
  }

  // A person has many encounters: the finding must rest on one that takes part in the case.
  private static boolean shares(TruthEntry entry, Finding finding) {
    return finding.evidence().stream()
        .anyMatch(
            evidence ->
                (evidence.kind() == Evidence.Kind.ENCOUNTER
                        && entry.encounterIds().contains(evidence.id()))
                    || (evidence.kind() == Evidence.Kind.SETTLEMENT
                        && entry.settlementIds().contains(evidence.id())));
  }

  private static boolean sameDays(TruthEntry entry, Finding finding) {
    return ShanghaiTime.epochDay(finding.serviceFromMillis()) <= entry.toDay()
        && ShanghaiTime.epochDay(finding.serviceToMillis()) >= entry.fromDay();
  }
}

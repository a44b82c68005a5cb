package org.fundwatch.streaming.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.jspecify.annotations.Nullable;

/** Which settlements findings point at. */
public final class Pointers {

  private Pointers() {}

  /** True where a finding points at the settlement, or at the encounter that it is part of. */
  public static boolean pointAt(Iterable<Finding> findings, Settlement settlement) {
    for (Finding finding : findings) {
      for (Evidence evidence : finding.evidence()) {
        if (id(evidence.kind(), settlement).equals(evidence.id())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String id(Evidence.Kind kind, Settlement settlement) {
    return switch (kind) {
      case SETTLEMENT -> settlement.settlementId();
      case ENCOUNTER -> settlement.encounterId();
      case FEE_LINE, TRACE_CODE, KNOWLEDGE_ROW -> "";
    };
  }

  /** The settlements that a finding points at and did not before, in order. */
  public static Set<String> added(@Nullable Finding before, Finding now) {
    Set<String> added = settlements(now);
    if (before != null) {
      added.removeAll(settlements(before));
    }
    return added;
  }

  /**
   * Requests for the rows of settlements, one for each person.
   *
   * @param persons token of the person by settlement; what it does not know is left out
   */
  public static List<RowRequest> requests(
      Iterable<String> settlements, Function<String, @Nullable String> persons) {
    Map<String, List<String>> byPerson = new TreeMap<>();
    for (String settlement : settlements) {
      String person = persons.apply(settlement);
      if (person != null) {
        byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(settlement);
      }
    }
    return byPerson.entrySet().stream()
        .map(entry -> new RowRequest(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Set<String> settlements(Finding finding) {
    Set<String> ids = new TreeSet<>();
    for (Evidence evidence : finding.evidence()) {
      if (evidence.kind() == Evidence.Kind.SETTLEMENT) {
        ids.add(evidence.id());
      }
    }
    return ids;
  }
}

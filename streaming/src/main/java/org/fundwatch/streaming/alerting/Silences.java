package org.fundwatch.streaming.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Which findings of an alert data gates put aside. */
final class Silences {

  private Silences() {}

  /** True where a gate could silence the finding. */
  static boolean possible(Finding finding) {
    return !finding.rule().silencedBy().isEmpty();
  }

  /** True where a gate could silence a finding of the alert. */
  static boolean possible(@Nullable Alert alert) {
    return alert != null && alert.findings().stream().anyMatch(Silences::possible);
  }

  /**
   * The findings put aside, in their order; of several gates on one finding the first by id is
   * named.
   *
   * @param findings of one subject; those on its own data are gates too
   * @param ofDays gates on days of institutions
   */
  static List<Suppression> of(Collection<Finding> findings, List<DataGate> ofDays) {
    if (findings.stream().noneMatch(Silences::possible)) {
      return List.of();
    }
    SortedMap<String, DataGate> gates = new TreeMap<>();
    findings.stream().map(DataGate::of).forEach(gate -> gates.put(gate.findingId(), gate));
    ofDays.forEach(gate -> gates.put(gate.findingId(), gate));
    List<Suppression> suppressed = new ArrayList<>();
    for (Finding finding : findings) {
      gates.values().stream()
          .filter(gate -> gate.silences(finding))
          .findFirst()
          .map(
              gate ->
                  new Suppression(
                      finding.id(),
                      gate.findingId(),
                      gate.rule(),
                      gate.reasonZh(),
                      gate.reasonEn()))
          .filter(one -> !suppressed.contains(one))
          .ifPresent(suppressed::add);
    }
    return suppressed;
  }

  /** The ids of the findings put aside. */
  static Set<String> findingIds(List<Suppression> suppressed) {
    return suppressed.stream().map(Suppression::findingId).collect(Collectors.toSet());
  }
}

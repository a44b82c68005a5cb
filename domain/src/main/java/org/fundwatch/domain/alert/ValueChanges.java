package org.fundwatch.domain.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;

/** What became of a finding's values when it was stated anew. */
public final class ValueChanges {

  private ValueChanges() {}

  /** The values that differ, in the order of the finding's components. */
  public static List<ValueChange> between(Finding before, Finding after) {
    Map<String, String> old = values(before);
    Map<String, String> now = values(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    List<ValueChange> changes = new ArrayList<>();
    for (String name : names) {
      String was = old.getOrDefault(name, "");
      String is = now.getOrDefault(name, "");
      if (!was.equals(is)) {
        changes.add(new ValueChange(name, was, is));
      }
    }
    return changes;
  }

  private static Map<String, String> values(Finding finding) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("rule.version", String.valueOf(finding.rule().version()));
    values.put("outcome", finding.outcome().name());
    values.put("confidence", String.valueOf(finding.confidence()));
    values.put("amountFen", String.valueOf(finding.amountFen()));
    values.put("serviceFromMillis", String.valueOf(finding.serviceFromMillis()));
    values.put("serviceToMillis", String.valueOf(finding.serviceToMillis()));
    values.put("institution", finding.institution().code());
    values.put("doctor", finding.doctor());
    for (FactValue fact : finding.facts()) {
      values.put("facts." + fact.name(), fact.value());
    }
    values.put(
        "evidence",
        finding.evidence().stream().map(one -> one.id()).collect(Collectors.joining(" ")));
    return values;
  }
}

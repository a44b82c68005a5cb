package org.fundwatch.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.rules.schema.SubjectType;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.Suggestions;
import org.fundwatch.rules.source.YamlValue;

/**
 * Checks which rules silence which: a rule about broken data puts findings on the same encounter
 * aside, or those on the days that it names.
 */
final class Gates {

  private static final Set<SubjectType> ON_ENCOUNTERS =
      EnumSet.of(
          SubjectType.LINE,
          SubjectType.SETTLEMENT,
          SubjectType.ITEM_DAY,
          SubjectType.ENCOUNTER,
          SubjectType.ITEM_USE,
          SubjectType.STAY_PAIR,
          SubjectType.STAY_VISIT);

  private Gates() {}

  /** Reports every name in {@code silenced-by} that is no gate. */
  static void check(List<RuleDocument> rules) {
    Map<String, RuleDocument> byId =
        rules.stream()
            .collect(Collectors.toMap(rule -> rule.info().id(), Function.identity(), (a, b) -> a));
    for (RuleDocument rule : rules) {
      if (!rule.info().silencedBy().isEmpty()) {
        rule.place("silenced-by").elements().forEach(gate -> check(rule, gate, byId));
      }
    }
  }

  private static void check(RuleDocument rule, YamlValue gate, Map<String, RuleDocument> byId) {
    String id = gate.text();
    RuleDocument known = byId.get(id);
    if (known == null) {
      gate.issue(
          "silenced by '" + id + "'",
          Suggestions.near(id, byId.keySet()) + "the id of another rule");
    } else if (id.equals(rule.info().id()) || !known.info().silencedBy().isEmpty()) {
      gate.issue("silenced by '" + id + "'", "another rule, one that nothing silences itself");
    } else if (!isGate(known)) {
      gate.issue(
          "silenced by '" + id + "', which is judged on " + known.info().subject(),
          "a rule on encounters, or one with a fact " + DataGate.DAYS_FACT);
    }
  }

  private static boolean isGate(RuleDocument rule) {
    return ON_ENCOUNTERS.contains(rule.subject())
        || rule.facts().stream().anyMatch(fact -> fact.name().equals(DataGate.DAYS_FACT));
  }
}

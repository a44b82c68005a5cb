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
      for (String gate : rule.info().silencedBy()) {
        RuleDocument known = byId.get(gate);
        if (known == null) {
          rule.place()
              .issue(
                  "silenced by '" + gate + "'",
                  Suggestions.near(gate, byId.keySet()) + "the id of another rule");
        } else if (gate.equals(rule.info().id()) || !known.info().silencedBy().isEmpty()) {
          rule.place()
              .issue(
                  "silenced by '" + gate + "'", "another rule, one that nothing silences itself");
        } else if (!isGate(known)) {
          rule.place()
              .issue(
                  "silenced by '" + gate + "', which is judged on " + known.info().subject(),
                  "a rule on encounters, or one with a fact " + DataGate.DAYS_FACT);
        }
      }
    }
  }

  private static boolean isGate(RuleDocument rule) {
    return ON_ENCOUNTERS.contains(rule.subject())
        || rule.facts().stream().anyMatch(fact -> fact.name().equals(DataGate.DAYS_FACT));
  }
}

package org.fundwatch.streaming.person;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;

/**
 * All that the desk keeps of a person: one value, read and written once per event.
 *
 * @param schema version of this record's layout
 * @param ruleSet the rule-set that judged last
 * @param history the facts
 * @param statements what messages said beyond the facts, those that said nothing left out
 * @param said the findings that hold, as last stated
 */
public record PersonState(
    int schema,
    String ruleSet,
    PersonHistory history,
    List<Statement> statements,
    List<Said> said) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  static final PersonState EMPTY =
      new PersonState(SCHEMA, "", PersonHistory.EMPTY, List.of(), List.of());

  public PersonState {
    statements = List.copyOf(statements);
    said = List.copyOf(said);
  }

  /** The same with other verdicts on fee lines. */
  PersonState withStatements(List<Statement> others) {
    return new PersonState(schema, ruleSet, history, others, said);
  }

  /**
   * The state without what ended longer than {@code keepMillis} before the person's last known
   * moment. What was said about it stays said: findings are not withdrawn because facts grow old.
   */
  PersonState forget(long keepMillis) {
    long last = Long.MIN_VALUE;
    for (SettlementFact fact : history.facts()) {
      last = Math.max(last, fact.head().endMillis());
    }
    PersonHistory kept = last == Long.MIN_VALUE ? history : history.since(last - keepMillis);
    if (kept.facts().size() == history.facts().size()) {
      return new PersonState(SCHEMA, ruleSet, kept, statements, said);
    }
    Set<String> settlements = new HashSet<>();
    Set<String> encounters = new HashSet<>();
    for (SettlementFact fact : kept.facts()) {
      settlements.add(fact.head().settlementId());
      encounters.add(fact.head().encounterId());
    }
    return new PersonState(
        SCHEMA,
        ruleSet,
        kept,
        statements.stream().filter(one -> settlements.contains(one.settlementId())).toList(),
        said.stream().filter(one -> encounters.contains(one.encounterId())).toList());
  }
}

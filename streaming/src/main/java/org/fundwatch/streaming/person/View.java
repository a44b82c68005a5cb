package org.fundwatch.streaming.person;

import java.util.List;
import java.util.SortedMap;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;
import org.jspecify.annotations.Nullable;

/** A person's facts and statements as they stand at one moment. */
final class View {

  private final PersonHistory history;
  private final List<Statement> statements;
  private final SortedMap<String, SettlementFact> standing;

  View(PersonHistory history, List<Statement> statements) {
    this.history = history;
    this.statements = statements;
    standing = history.standing();
  }

  PersonHistory history() {
    return history;
  }

  List<Statement> statements() {
    return statements;
  }

  /** The settlements that stand, by id. */
  SortedMap<String, SettlementFact> standing() {
    return standing;
  }

  /**
   * What was said of a standing settlement beyond its facts: by its settlement list where that
   * brings lines, else by the message that settled it; null where nothing was said.
   */
  @Nullable Statement statement(String settlementId) {
    if (!standing.containsKey(settlementId)) {
      return null;
    }
    boolean byList = listBringsLines(settlementId);
    for (Statement statement : statements) {
      if (statement.isOf(settlementId, byList)) {
        return statement;
      }
    }
    return null;
  }

  /** The settlement as other desks see it, null where it does not stand. */
  @Nullable Visit visit(String settlementId) {
    SettlementFact fact = standing.get(settlementId);
    return fact == null ? null : Visit.of(fact);
  }

  private boolean listBringsLines(String settlementId) {
    for (SettlementFact fact : history.facts()) {
      if (fact.kind() == EventKind.AMENDED
          && fact.head().settlementId().equals(settlementId)
          && !fact.items().isEmpty()
          && history.stands(fact)) {
        return true;
      }
    }
    return false;
  }
}

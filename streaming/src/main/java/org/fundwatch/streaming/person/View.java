package org.fundwatch.streaming.person;

import java.util.ArrayList;
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
  private final List<SettlementFact> inForce;
  private final SortedMap<String, SettlementFact> standing;

  View(PersonHistory history, List<Statement> statements) {
    this.history = history;
    this.statements = statements;
    inForce = history.inForce();
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
    SettlementFact teller = teller(settlementId);
    if (teller != null) {
      for (Statement statement : statements) {
        if (statement.isOf(teller)) {
          return statement;
        }
      }
    }
    return null;
  }

  /** The settlement as other desks see it, null where it does not stand. */
  @Nullable Visit visit(String settlementId) {
    SettlementFact fact = standing.get(settlementId);
    return fact == null ? null : Visit.of(fact);
  }

  /** What messages of their own said of the drug packs of a standing settlement. */
  List<Statement> ofPacks(String settlementId) {
    List<Statement> said = new ArrayList<>();
    for (SettlementFact fact : inForce) {
      if (fact.kind() == EventKind.PACKS && fact.head().settlementId().equals(settlementId)) {
        statements.stream().filter(one -> one.isOf(fact)).forEach(said::add);
      }
    }
    return said;
  }

  private @Nullable SettlementFact teller(String settlementId) {
    SettlementFact settled = null;
    SettlementFact list = null;
    for (SettlementFact fact : inForce) {
      if (fact.head().settlementId().equals(settlementId)) {
        if (fact.isList()) {
          list = list == null ? fact : list.later(fact);
        } else if (fact.settles()) {
          settled = settled == null ? fact : settled.later(fact);
        }
      }
    }
    return settled == null || list == null || list.items().isEmpty() ? settled : list;
  }
}

package org.fundwatch.streaming.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Reversal;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Differences;
import org.fundwatch.streaming.judging.Judge;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to a person as a pure function. What is said afterwards depends on the facts
 * alone: the encounters around the change are judged again, and only the difference is told.
 */
final class PersonLedger {

  private final long horizonMillis;

  /**
   * @param horizon how old an encounter may be, against the person's last one, to be judged again.
   *     Facts are kept longer by the judge's lookback, so that the oldest is judged in full view.
   */
  PersonLedger(Duration horizon) {
    horizonMillis = horizon.toMillis();
  }

  /** What the event changes; empty for one that tells nothing new, as a duplicate does. */
  Optional<PersonUpdate> apply(PersonState before, SettlementEvent event, Judge judge) {
    PersonHistory history = before.history().with(event);
    Set<String> touched = touched(before.history(), history, event);
    if (touched == null) {
      return Optional.empty();
    }
    View old = new View(before.history(), before.statements());
    View now = new View(history, statements(before, event, judge));
    List<Said> said = judgeAround(touched, old, now, before, judge);
    List<FindingChange> findings =
        Differences.between(
            findings(before.said()), findings(said), event.messageId(), event.sentMillis());
    PersonState after =
        new PersonState(PersonState.SCHEMA, judge.version(), history, now.statements(), said);
    return Optional.of(
        new PersonUpdate(
            after.forget(horizonMillis + judge.lookbackMillis()),
            findings,
            Forks.visits(touched, old, now),
            Forks.packs(touched, old, now, event)));
  }

  /** Settlements that the event is about; null where it tells nothing new. */
  private static @Nullable Set<String> touched(
      PersonHistory before, PersonHistory after, SettlementEvent event) {
    if (event.kind() == EventKind.REVERSED) {
      if (after.reversals().size() == before.reversals().size()) {
        return null;
      }
      Reversal reversal = after.reversals().get(after.reversals().size() - 1);
      Set<String> reversed = new TreeSet<>();
      for (SettlementFact fact : before.facts()) {
        if (reversal.cancels(fact)) {
          reversed.add(fact.head().settlementId());
        }
      }
      return reversed;
    }
    String id = event.settlement().settlementId();
    boolean list = event.kind() == EventKind.AMENDED;
    SettlementFact fact = fact(after, id, list);
    return fact != null && fact.equals(fact(before, id, list)) ? null : Set.of(id);
  }

  // The new message replaces what an earlier one on the same settlement said.
  private static List<Statement> statements(
      PersonState before, SettlementEvent event, Judge judge) {
    if (event.kind() == EventKind.REVERSED) {
      return before.statements();
    }
    Statement statement = Statement.of(event, judge.settlement(event.settlement()));
    List<Statement> statements = new ArrayList<>(before.statements());
    statements.removeIf(one -> one.isOf(statement.settlementId(), statement.list()));
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
    return statements;
  }

  private List<Said> judgeAround(
      Set<String> touched, View old, View now, PersonState before, Judge judge) {
    Timeline timeline = now.history().timeline();
    SortedMap<String, Encounter> again = new TreeMap<>();
    boolean newRules = !before.ruleSet().isEmpty() && !before.ruleSet().equals(judge.version());
    Span span = Span.of(touched, old, now);
    for (Encounter encounter :
        newRules ? timeline.encounters() : span.seenBy(timeline, judge.lookbackMillis())) {
      again.put(encounter.id(), encounter);
    }
    long oldest = lastMillis(timeline) - horizonMillis;
    again.values().removeIf(encounter -> encounter.endMillis() < oldest);

    SortedMap<String, Finding> saidBefore = findings(before.said());
    List<Said> said = new ArrayList<>();
    for (Said one : before.said()) {
      if (!again.containsKey(one.encounterId()) && !span.encounters().contains(one.encounterId())) {
        said.add(one);
      }
    }
    for (Encounter encounter : again.values()) {
      for (Finding finding : judge(encounter, timeline, now, judge).values()) {
        said.add(new Said(encounter.id(), Differences.carried(saidBefore, finding)));
      }
    }
    return said;
  }

  private static SortedMap<String, Finding> judge(
      Encounter encounter, Timeline timeline, View view, Judge judge) {
    List<Finding> findings = new ArrayList<>();
    for (String settlement : encounter.settlementIds()) {
      Statement statement = view.statement(settlement);
      if (statement != null) {
        findings.addAll(statement.findings());
      }
    }
    findings.addAll(judge.encounter(encounter, timeline));
    return Differences.byId(findings);
  }

  private static long lastMillis(Timeline timeline) {
    return timeline.encounters().stream().mapToLong(Encounter::endMillis).max().orElse(0);
  }

  private static SortedMap<String, Finding> findings(List<Said> said) {
    return Differences.byId(said.stream().map(Said::finding).toList());
  }

  private static @Nullable SettlementFact fact(PersonHistory history, String id, boolean list) {
    for (SettlementFact fact : history.facts()) {
      if (fact.head().settlementId().equals(id) && (fact.kind() == EventKind.AMENDED) == list) {
        return fact;
      }
    }
    return null;
  }
}

package org.fundwatch.streaming.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Differences;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.Switch;

/**
 * Applies events to a person as a pure function. What is said afterwards depends on the facts
 * alone: the encounters around the change are judged again, and only the difference is told.
 *
 * <p>Open for subclasses that make mistakes, which the tests must find out.
 */
class PersonLedger {

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
    PersonHistory history = learn(before.history(), event);
    if (isSame(history, before.history())) {
      return Optional.empty();
    }
    View old = new View(before.history(), before.statements());
    View now = new View(history, statements(before, event, judge));
    Cause cause = Cause.of(event);
    Set<String> touched = touched(before.history(), history, event);
    Judged judged = judgeAround(touched, old, now, before, judge);
    List<FindingChange> findings =
        Differences.between(findings(before.said()), findings(judged.said()), cause);
    PersonState after =
        new PersonState(
            PersonState.SCHEMA, judge.version(), history, now.statements(), judged.said());
    return Optional.of(
        new PersonUpdate(
            after.forget(horizonMillis + judge.lookbackMillis()),
            findings,
            Forks.visits(touched, old, now),
            Forks.packs(touched, old, now, cause),
            judged.tooLate()));
  }

  /** The facts with one more event; the same object where it tells nothing new. */
  PersonHistory learn(PersonHistory before, SettlementEvent event) {
    return before.with(event);
  }

  /** The encounters that see a change. */
  List<Encounter> seen(Span change, Timeline timeline, long lookbackMillis) {
    return change.seenBy(timeline, lookbackMillis);
  }

  @SuppressWarnings("ReferenceEquality") // a history that learns nothing gives itself
  private static boolean isSame(PersonHistory a, PersonHistory b) {
    return a == b;
  }

  /** True where other rules than these judged the person last. */
  static boolean isNew(Judge judge, PersonState before) {
    return !before.ruleSet().isEmpty() && !before.ruleSet().equals(judge.version());
  }

  /** What rules that are new to the person change, all else being as it was. */
  PersonUpdate judgeAgain(PersonState before, Judge judge, Switch since) {
    View view = new View(before.history(), before.statements());
    List<Said> said = judgeAround(Set.of(), view, view, before, judge).said();
    List<FindingChange> findings =
        Differences.between(findings(before.said()), findings(said), since.cause());
    return new PersonUpdate(
        new PersonState(
            PersonState.SCHEMA, judge.version(), before.history(), before.statements(), said),
        findings,
        List.of(),
        List.of(),
        false);
  }

  /** The settlements of which something else is in force than before. */
  private static Set<String> touched(
      PersonHistory before, PersonHistory after, SettlementEvent event) {
    if (event.kind() != EventKind.REVERSED) {
      return Set.of(event.settlement().settlementId());
    }
    Set<String> touched = new TreeSet<>();
    for (SettlementFact fact : before.facts()) {
      if (before.stands(fact) != after.stands(fact)) {
        touched.add(fact.head().settlementId());
      }
    }
    return touched;
  }

  // What a message says again takes the place of what it said first; others stay beside it, because
  // a reversal can bring them back.
  private static List<Statement> statements(
      PersonState before, SettlementEvent event, Judge judge) {
    if (event.kind() == EventKind.REVERSED) {
      return before.statements();
    }
    Statement statement = Statement.of(event, Statement.shown(event, judge));
    List<Statement> statements = new ArrayList<>(before.statements());
    statements.removeIf(statement::isOfSameMessage);
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
    return statements;
  }

  private Judged judgeAround(
      Set<String> touched, View old, View now, PersonState before, Judge judge) {
    Timeline timeline = now.history().timeline();
    SortedMap<String, Encounter> again = new TreeMap<>();
    Span span = Span.of(touched, old, now);
    for (Encounter encounter :
        isNew(judge, before)
            ? timeline.encounters()
            : seen(span, timeline, judge.lookbackMillis())) {
      again.put(encounter.id(), encounter);
    }
    long oldest = lastMillis(timeline) - horizonMillis;
    again.values().removeIf(encounter -> encounter.endMillis() < oldest);

    // What was said of an encounter beyond the horizon stays said as long as the encounter stands.
    Set<String> gone = new HashSet<>(span.encounters());
    timeline.encounters().forEach(encounter -> gone.remove(encounter.id()));
    boolean tooLate =
        span.encounters().stream().anyMatch(id -> !again.containsKey(id) && !gone.contains(id));
    SortedMap<String, Finding> saidBefore = findings(before.said());
    List<Said> said = new ArrayList<>();
    for (Said one : before.said()) {
      if (!again.containsKey(one.encounterId()) && !gone.contains(one.encounterId())) {
        said.add(one);
      }
    }
    for (Encounter encounter : again.values()) {
      for (Finding finding : judge(encounter, timeline, now, judge).values()) {
        said.add(new Said(encounter.id(), Differences.carried(saidBefore, finding)));
      }
    }
    // Two encounters may say the same of a person: whose words count must not depend on the order.
    said.sort(Comparator.comparing(Said::encounterId).thenComparing(one -> one.finding().id()));
    return new Judged(said, tooLate);
  }

  /**
   * @param tooLate true where the change is about an encounter beyond the horizon
   */
  private record Judged(List<Said> said, boolean tooLate) {}

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
}

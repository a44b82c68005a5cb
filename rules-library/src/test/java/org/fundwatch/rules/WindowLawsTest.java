package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.judge.Judge;
import org.fundwatch.rules.schema.SubjectType;
import org.fundwatch.rules.source.RuleDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rules over several encounters find the same, however their events come in: out of order, late,
 * more than once, with one that is taken back, and with another person's between them. Each law
 * first shows that it notices a history that gets this wrong.
 */
class WindowLawsTest {

  private static final Set<SubjectType> WINDOWED =
      Set.of(
          SubjectType.PERSON,
          SubjectType.ITEM_USE,
          SubjectType.SUPPLY,
          SubjectType.STAY_PAIR,
          SubjectType.STAY_VISIT);
  private static final Pattern LOOKS_BACK =
      Pattern.compile(
          "\\bhistory\\b|\\b(count_|days_)?within\\(|use\\.(earlier|since_last)|supply\\.earlier");
  private static final long DAY_MILLIS = 86_400_000L;

  private static List<Library.Entry> windowed = List.of();

  @BeforeAll
  static void compileOnce() throws RuleSetException {
    windowed =
        Library.of(RuleBundle.builtIn()).stream()
            .filter(
                entry ->
                    WINDOWED.contains(entry.rule().document().subject())
                        || (entry.rule().document().subject() == SubjectType.ENCOUNTER
                            && entry.rule().document().lookbackMillis() > 0))
            .toList();
  }

  /** How the events of a case come in. */
  private interface Delivery {
    List<SettlementEvent> of(List<SettlementEvent> inOrder);
  }

  /** How a person's timeline is made of what came in. */
  private interface Desk {
    Timeline of(String person, List<SettlementEvent> events);
  }

  @Test
  void outOfOrder() {
    Delivery backwards =
        inOrder -> {
          List<SettlementEvent> events = new ArrayList<>(inOrder);
          Collections.reverse(events);
          return events;
        };
    // A desk that keeps only what is newer than what it has.
    Desk forgetful =
        (person, events) -> {
          PersonHistory history = PersonHistory.EMPTY;
          long last = Long.MIN_VALUE;
          for (SettlementEvent event : events) {
            if (event.settlement().settledMillis() >= last) {
              history = history.with(event);
              last = event.settlement().settledMillis();
            }
          }
          return history.timeline();
        };
    holds(backwards, forgetful);
  }

  @Test
  void late() {
    Delivery firstComesLast =
        inOrder -> {
          List<SettlementEvent> events = new ArrayList<>(inOrder);
          events.add(sent(events.remove(0), 60 * DAY_MILLIS));
          return events;
        };
    // A desk that takes the time of sending for the time of the settlement.
    Desk hasty =
        (person, events) -> keyed(person, events.subList(0, Math.max(1, events.size() - 1)));
    holds(firstComesLast, hasty);
  }

  @Test
  void twice() {
    Delivery doubled =
        inOrder -> {
          List<SettlementEvent> events = new ArrayList<>(inOrder);
          events.addAll(inOrder);
          return events;
        };
    // A desk to which each message is another visit.
    Desk naive =
        (person, events) -> {
          PersonHistory history = PersonHistory.EMPTY;
          int number = 0;
          for (SettlementEvent event : events) {
            history = history.with(renamed(event, "N" + number++));
          }
          return history.timeline();
        };
    holds(doubled, naive);
  }

  @Test
  void takenBack() {
    Delivery withOneTakenBack =
        inOrder -> {
          List<SettlementEvent> events = new ArrayList<>();
          for (SettlementEvent event : inOrder) {
            SettlementEvent extra = renamed(event, "X");
            // The cancellation of the one overtakes what it cancels, that of the next comes after.
            if (events.size() % 2 == 0) {
              events.add(reversal(extra));
              events.add(extra);
              events.add(event);
            } else {
              events.add(extra);
              events.add(event);
              events.add(reversal(extra));
            }
          }
          return events;
        };
    Desk deaf =
        (person, events) ->
            keyed(
                person,
                events.stream().filter(event -> event.kind() != EventKind.REVERSED).toList());
    holds(withOneTakenBack, deaf);
  }

  @Test
  void anotherPersonsBetween() {
    Delivery mixed =
        inOrder -> {
          List<SettlementEvent> events = new ArrayList<>();
          for (SettlementEvent event : inOrder) {
            events.add(of(another(event.settlement()), event, "O"));
            events.add(event);
          }
          return events;
        };
    Desk careless =
        (person, events) -> {
          PersonHistory history = PersonHistory.EMPTY;
          for (SettlementEvent event : events) {
            history = history.with(event);
          }
          return history.timeline();
        };
    holds(mixed, careless);
  }

  @Test
  void everyWindowIsDeclared() throws RuleSetException {
    Library.Entry any =
        windowed.stream().filter(WindowLawsTest::looksBack).findFirst().orElseThrow();
    String file = any.rule().document().place().file();
    String text = RuleBundle.builtIn().files().getOrDefault(file, "");
    String line = text.lines().filter(one -> one.startsWith("lookback:")).findFirst().orElseThrow();

    assertThat(undeclared(Library.of(Library.with(file, line, "lookback: 0d"))))
        .containsExactly(any.id());
    assertThat(undeclared(Library.of(RuleBundle.builtIn()))).isEmpty();
  }

  private static List<String> undeclared(List<Library.Entry> entries) {
    return entries.stream()
        .filter(WindowLawsTest::looksBack)
        .filter(entry -> entry.rule().document().lookbackMillis() == 0)
        .map(Library.Entry::id)
        .toList();
  }

  private static boolean looksBack(Library.Entry entry) {
    RuleDocument rule = entry.rule().document();
    return Stream.of(
            Stream.of(rule.condition()),
            rule.facts().stream().map(RuleDocument.FactText::value),
            rule.exceptions().stream())
        .flatMap(texts -> texts)
        .anyMatch(expression -> LOOKS_BACK.matcher(expression.text()).find());
  }

  private static void holds(Delivery delivery, Desk wrong) {
    assertThat(windowed).isNotEmpty();
    assertThat(broken(delivery, wrong)).as("by a desk that gets it wrong").isNotEmpty();
    assertThat(broken(delivery, WindowLawsTest::keyed)).isEmpty();
  }

  private static List<String> broken(Delivery delivery, Desk desk) {
    List<String> broken = new ArrayList<>();
    for (Library.Entry entry : windowed) {
      Judge judge = new Judge(List.of(entry.rule()), "law", failure -> {});
      for (RuleCase one : entry.cases()) {
        List<SettlementEvent> events = events(one);
        if (!events.isEmpty()) {
          String person = events.get(0).settlement().person().id();
          Set<Finding> expected = findings(judge, one.facts().timeline());
          Set<Finding> found = findings(judge, desk.of(person, delivery.of(events)));
          if (!found.equals(expected)) {
            broken.add(entry.id() + ": " + one.name());
          }
        }
      }
    }
    return broken;
  }

  private static Set<Finding> findings(Judge judge, Timeline timeline) {
    Set<Finding> findings =
        new TreeSet<>(Comparator.comparing(Finding::id).thenComparing(Finding::toString));
    timeline
        .encounters()
        .forEach(encounter -> findings.addAll(judge.encounter(encounter, timeline)));
    return findings;
  }

  /** The desk of the stream: a history for each person. */
  private static Timeline keyed(String person, List<SettlementEvent> events) {
    Map<String, PersonHistory> histories = new HashMap<>();
    for (SettlementEvent event : events) {
      histories.merge(
          event.settlement().person().id(),
          PersonHistory.EMPTY.with(event),
          (known, one) -> known.with(event));
    }
    return histories.getOrDefault(person, PersonHistory.EMPTY).timeline();
  }

  private static List<SettlementEvent> events(RuleCase one) {
    return one.facts().settlements().stream()
        .map(
            settlement ->
                new SettlementEvent(
                    SettlementEvent.SCHEMA,
                    settlement.midStay() ? EventKind.MID_STAY : EventKind.SETTLED,
                    settlement.stay() == null ? "2207" : "2304",
                    "M" + settlement.settlementId(),
                    settlement.settledMillis(),
                    "",
                    settlement,
                    Map.of()))
        .toList();
  }

  private static SettlementEvent sent(SettlementEvent event, long later) {
    return new SettlementEvent(
        event.schema(),
        event.kind(),
        event.transaction(),
        event.messageId(),
        event.sentMillis() + later,
        event.reversesMessageId(),
        event.settlement(),
        event.extras());
  }

  private static SettlementEvent renamed(SettlementEvent event, String prefix) {
    Settlement s = event.settlement();
    return of(copy(s, prefix + s.settlementId(), prefix + s.encounterId(), ""), event, prefix);
  }

  private static SettlementEvent of(Settlement settlement, SettlementEvent like, String prefix) {
    return new SettlementEvent(
        like.schema(),
        like.kind(),
        like.transaction(),
        prefix + like.messageId(),
        like.sentMillis(),
        "",
        settlement,
        Map.of());
  }

  private static SettlementEvent reversal(SettlementEvent of) {
    Settlement s = of.settlement();
    return new SettlementEvent(
        of.schema(),
        EventKind.REVERSED,
        s.stay() == null ? "2208" : "2305",
        "R" + of.messageId(),
        of.sentMillis() + DAY_MILLIS,
        "",
        copy(s, "R" + s.settlementId(), s.encounterId(), s.settlementId()),
        Map.of());
  }

  private static Settlement another(Settlement s) {
    Person p = s.person();
    return copy(s, "O" + s.settlementId(), "O" + s.encounterId(), "")
        .withPerson(
            new Person(
                "TOTHER",
                p.name(),
                p.certificateType(),
                p.certificateNo(),
                p.gender(),
                p.birthEpochDay(),
                p.type()));
  }

  private static Settlement copy(Settlement s, String id, String encounter, String original) {
    return new Settlement(
        id,
        encounter,
        original,
        s.person(),
        s.institution(),
        s.insurance(),
        s.medType(),
        s.settledMillis(),
        s.doctor(),
        s.midStay(),
        s.codeSet(),
        s.amounts(),
        s.stay(),
        s.grouping(),
        s.diagnoses(),
        s.operations(),
        s.lines(),
        s.payments(),
        s.traceCodes());
  }
}

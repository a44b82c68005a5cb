package org.fundwatch.streaming.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.streaming.judging.Differences;
import org.fundwatch.streaming.judging.Judge;

/**
 * The events of the current person with their fee lines, so that rules that come later can judge
 * lines that came earlier, and people can look at what findings point at. An entry is written when
 * its event arrives and only read for these two; it goes when its fact goes.
 */
final class RetainedEvents {

  private final MapState<String, SettlementEvent> events;

  RetainedEvents(MapState<String, SettlementEvent> events) {
    this.events = events;
  }

  /** Keeps the event where the person's facts do, and lets go of what they have let go. */
  void follow(SettlementEvent event, PersonState before, PersonState after) throws Exception {
    boolean grown = after.history().facts().size() > before.history().facts().size();
    Set<String> kept = new HashSet<>();
    if (!grown) {
      after.history().facts().forEach(fact -> kept.add(key(fact)));
      for (SettlementFact fact : before.history().facts()) {
        if (!kept.contains(key(fact))) {
          events.remove(key(fact));
        }
      }
    }
    if (event.kind() != EventKind.REVERSED && (grown || kept.contains(key(event)))) {
      events.put(key(event), event);
    }
  }

  /**
   * The statements of the person as a judge sees the lines now. What it says of lines that are not
   * kept stays as it was: they came before a release that keeps them.
   */
  List<Statement> restated(PersonState person, Judge judge) throws Exception {
    Map<String, Statement> statements = new TreeMap<>();
    for (Statement statement : person.statements()) {
      statements.put(
          key(statement.settlementId(), statement.list(), statement.messageId()), statement);
    }
    for (Map.Entry<String, SettlementEvent> entry : events.entries()) {
      Statement before = statements.remove(entry.getKey());
      Map<String, Finding> said = Differences.byId(before == null ? List.of() : before.findings());
      List<Finding> findings = new ArrayList<>();
      for (Finding finding : Statement.shown(entry.getValue(), judge)) {
        findings.add(Differences.carried(said, finding));
      }
      Statement now = Statement.of(entry.getValue(), findings);
      if (!now.isEmpty()) {
        statements.put(entry.getKey(), now);
      }
    }
    return List.copyOf(statements.values());
  }

  /** The events that facts were made of, in their order, as far as they are kept. */
  List<SettlementEvent> of(List<SettlementFact> facts) throws Exception {
    List<SettlementEvent> kept = new ArrayList<>(facts.size());
    for (SettlementFact fact : facts) {
      SettlementEvent event = events.get(key(fact));
      if (event != null) {
        kept.add(event);
      }
    }
    return kept;
  }

  private static String key(SettlementEvent event) {
    return key(
        event.settlement().settlementId(), event.kind() == EventKind.AMENDED, event.messageId());
  }

  private static String key(SettlementFact fact) {
    return key(fact.head().settlementId(), fact.isList(), fact.messageId());
  }

  private static String key(String settlementId, boolean list, String messageId) {
    return (list ? "L" : "S") + settlementId + '/' + messageId;
  }
}

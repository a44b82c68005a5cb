package org.fundwatch.streaming.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.domain.timeline.SettlementFact;
import org.fundwatch.streaming.judging.Judge;

/**
 * What a message said that the history does not keep: what its fee lines showed, and its drug
 * packs. The lines themselves are kept apart, see {@link RetainedEvents}.
 *
 * @param settlementId of which settlement
 * @param list true where the message was a settlement list (AMENDED)
 * @param messageId the message
 * @param findings what its lines showed
 * @param packs its drug packs
 */
public record Statement(
    String settlementId, boolean list, String messageId, List<Finding> findings, List<Pack> packs) {

  public Statement {
    findings = List.copyOf(findings);
    packs = List.copyOf(packs);
  }

  static Statement of(SettlementEvent event, List<Finding> findings) {
    return new Statement(
        event.settlement().settlementId(),
        event.kind() == EventKind.AMENDED,
        event.messageId(),
        findings,
        packs(event.settlement()));
  }

  /** What the lines of an event show; a message on packs alone has none to judge. */
  static List<Finding> shown(SettlementEvent event, Judge judge) {
    return event.kind() == EventKind.PACKS ? List.of() : judge.settlement(event.settlement());
  }

  boolean isEmpty() {
    return findings.isEmpty() && packs.isEmpty();
  }

  boolean isOf(SettlementFact fact) {
    return settlementId.equals(fact.head().settlementId())
        && list == fact.isList()
        && messageId.equals(fact.messageId());
  }

  boolean isOfSameMessage(Statement other) {
    return settlementId.equals(other.settlementId)
        && list == other.list
        && messageId.equals(other.messageId);
  }

  private static List<Pack> packs(Settlement settlement) {
    if (settlement.traceCodes().isEmpty()) {
      return List.of();
    }
    Map<String, Long> charged = new HashMap<>();
    for (FeeLine line : settlement.lines()) {
      charged.merge(line.item(), line.amountFen(), Long::sum);
    }
    List<Pack> packs = new ArrayList<>();
    for (TraceCode trace : settlement.traceCodes()) {
      packs.add(new Pack(trace, charged.getOrDefault(trace.item(), 0L)));
    }
    return packs;
  }
}

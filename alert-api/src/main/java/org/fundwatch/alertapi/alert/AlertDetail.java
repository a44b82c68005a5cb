package org.fundwatch.alertapi.alert;

import org.fundwatch.domain.alert.Alert;

/**
 * An alert with everything about it, who it concerns masked unless it was revealed: findings with
 * rule, clause, facts, evidence and model attributions, the machine's lineage and what people did.
 *
 * @param alert as the machine sent it last
 * @param triage what people did
 * @param amendedSinceDecision true when the machine changed it after people decided
 */
public record AlertDetail(Alert alert, Triage triage, boolean amendedSinceDecision) {

  /** The detail of a stored alert, masked. */
  public static AlertDetail of(AlertDocument document) {
    return detail(
        document, AlertMask.of(AlertStore.payload(document)), AlertMask.of(document.triage()));
  }

  /** The detail as it is: only for somebody whose reason has been written down. */
  public static AlertDetail revealed(AlertDocument document) {
    return detail(document, AlertStore.payload(document), document.triage());
  }

  private static AlertDetail detail(AlertDocument document, Alert alert, Triage triage) {
    return new AlertDetail(alert, triage, AlertSummary.of(document).amendedSinceDecision());
  }
}

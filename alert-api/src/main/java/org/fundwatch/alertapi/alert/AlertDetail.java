package org.fundwatch.alertapi.alert;

import org.fundwatch.domain.alert.Alert;

/**
 * An alert with everything about it: findings with rule, clause, facts, evidence and model
 * attributions, the machine's lineage and what people did.
 *
 * @param alert as the machine sent it last
 * @param triage what people did
 * @param amendedSinceDecision true when the machine changed it after people decided
 */
public record AlertDetail(Alert alert, Triage triage, boolean amendedSinceDecision) {

  /** The detail of a stored alert. */
  public static AlertDetail of(AlertDocument document) {
    return new AlertDetail(
        AlertStore.payload(document),
        document.triage(),
        AlertSummary.of(document).amendedSinceDecision());
  }
}

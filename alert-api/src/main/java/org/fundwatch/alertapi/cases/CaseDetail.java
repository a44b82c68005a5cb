package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.alert.AlertSummary;

/**
 * A case with its history and its alerts.
 *
 * @param file the case
 * @param progress how far it is, and what can be done next
 * @param events what happened, oldest first
 * @param alerts its alerts as they are now
 */
public record CaseDetail(
    CaseFile file, CaseProgress progress, List<CaseEvent> events, List<AlertSummary> alerts) {
  public CaseDetail {
    events = List.copyOf(events);
    alerts = List.copyOf(alerts);
  }
}

package org.fundwatch.alertapi.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Service;

/**
 * Changes to the people's part of alerts. A change names the state that it was decided on; when the
 * alert is no longer in it, the change is refused with what happened since. Thread-safe.
 */
@Service
public final class TriageService {
  private final AlertStore alerts;

  TriageService(AlertStore alerts) {
    this.alerts = alerts;
  }

  /** Gives an alert to somebody. */
  public AlertDocument assign(String id, EntityTag seen, String assignee, Caller by) {
    return change(
        id,
        seen,
        by,
        document -> {
          requireOpen(document);
          return TriageChange.assign(assignee);
        });
  }

  /** Decides about an alert. */
  public AlertDocument decide(
      String id, EntityTag seen, Disposition disposition, String reason, Caller by) {
    return change(
        id,
        seen,
        by,
        document -> {
          requireOpen(document);
          if (disposition.state() == TriageState.CONFIRMED
              && document.alert().status() == AlertStatus.WITHDRAWN) {
            throw ProblemException.conflict(
                "alert %s: withdrawn, later facts took its findings back; it can be dismissed"
                    .formatted(id));
          }
          return TriageChange.decide(disposition, reason);
        });
  }

  /** Takes a decision back. */
  public AlertDocument reopen(String id, EntityTag seen, String reason, Caller by) {
    return change(
        id,
        seen,
        by,
        document -> {
          if (!document.triage().state().decided()) {
            throw ProblemException.conflict("alert %s: not decided yet".formatted(id));
          }
          return TriageChange.reopen(reason);
        });
  }

  /** Notes that an alert is part of a case; whatever else happened to it meanwhile stays. */
  public void addToCase(String id, String caseId, String by) {
    alerts.change(
        id,
        by,
        document ->
            document.triage().caseId().equals(caseId)
                ? Optional.empty()
                : Optional.of(TriageChange.addToCase(caseId)));
  }

  private AlertDocument change(
      String id, EntityTag seen, Caller by, Function<AlertDocument, TriageChange> change) {
    return alerts.change(
        id,
        by.name(),
        document -> {
          AlertStore.seen(document, by);
          if (!document.tag().equals(seen)) {
            throw ProblemException.outdated(document.tag().header(), since(document, seen));
          }
          return Optional.of(change.apply(document));
        });
  }

  private static void requireOpen(AlertDocument document) {
    if (document.triage().state().decided()) {
      throw ProblemException.conflict(
          "alert %s: decided as %s; reopen it first"
              .formatted(document.alert().id(), document.triage().disposition()));
    }
  }

  /** What machine and people did after the given state. */
  private static List<Object> since(AlertDocument document, EntityTag seen) {
    var changes = new ArrayList<Object>();
    AlertStore.payload(document).lineage().stream()
        .filter(amendment -> amendment.version() > seen.version())
        .forEach(changes::add);
    document.triage().events().stream()
        .filter(event -> event.revision() > seen.revision())
        .forEach(changes::add);
    return changes;
  }
}

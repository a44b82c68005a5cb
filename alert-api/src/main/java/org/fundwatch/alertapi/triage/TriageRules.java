package org.fundwatch.alertapi.triage;

import java.time.Clock;
import java.util.Optional;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Triage;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.stereotype.Component;

/** What may be done about an alert in the state that it is in. Thread-safe. */
@Component
class TriageRules {
  private final TriageSettings settings;
  private final People people;
  private final Clock clock;

  TriageRules(TriageSettings settings, People people, Clock clock) {
    this.settings = settings;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Lets an act through.
   *
   * @return the act, empty when it would change nothing
   * @throws ProblemException when the caller may not do it, now or at all
   */
  Optional<TriageChange> admit(AlertDocument document, TriageChange act, Caller by) {
    AlertStore.seen(document, by);
    requireFree(document, act, by);
    var triage = document.triage();
    return switch (act.action()) {
      case TAKEN, SNOOZED, DISMISSED -> open(document, act);
      case ASSIGNED -> assigned(document, act, by);
      case CONFIRMED -> open(notWithdrawn(document), act);
      case REOPENED -> decided(document, act);
      case RECHECKED -> drawn(document, act, by);
      case RELEASED -> taken(document, act);
      case UNDONE -> Optional.of(undo(document, act, by));
      case LABELLED -> unless(triage.labels().contains(act.detail()), act);
      case UNLABELLED -> unless(!triage.labels().contains(act.detail()), act);
      case LINKED -> unless(triage.links().contains(act.detail()), act);
      case UNLINKED -> unless(!triage.links().contains(act.detail()), act);
      case LINKED_REPORT -> unless(triage.reports().contains(act.detail()), act);
      case UNLINKED_REPORT -> unless(!triage.reports().contains(act.detail()), act);
      case COMMENTED, ADDED_TO_CASE, LEFT_CASE, WOKEN, SUPPRESSED, SAMPLED, UNSUPPRESSED ->
          Optional.of(act);
    };
  }

  /** What somebody has before them is theirs to change; a lead may give it to somebody else. */
  private void requireFree(AlertDocument document, TriageChange act, Caller by) {
    var triage = document.triage();
    boolean leave =
        switch (act.action()) {
          case COMMENTED,
              LABELLED,
              UNLABELLED,
              LINKED,
              UNLINKED,
              LINKED_REPORT,
              UNLINKED_REPORT,
              ADDED_TO_CASE,
              LEFT_CASE ->
              true;
          case ASSIGNED, RELEASED -> by.is(Role.LEAD);
          default -> false;
        };
    if (!leave && triage.takenFrom(by.name(), clock.millis())) {
      throw ProblemException.conflict(
          "alert %s: taken by %s until %s"
              .formatted(
                  document.alert().id(),
                  triage.takenBy(),
                  ShanghaiTime.format(triage.takenUntil())));
    }
  }

  private static Optional<TriageChange> unless(boolean so, TriageChange act) {
    return so ? Optional.empty() : Optional.of(act);
  }

  private Optional<TriageChange> assigned(AlertDocument document, TriageChange act, Caller by) {
    people.requireSees(by, act.detail(), document.alert().region());
    return open(document, act);
  }

  private static Optional<TriageChange> open(AlertDocument document, TriageChange act) {
    if (document.triage().state().decided()) {
      throw ProblemException.conflict(
          "alert %s: decided as %s; reopen it first"
              .formatted(document.alert().id(), document.triage().disposition()));
    }
    return Optional.of(act);
  }

  private static Optional<TriageChange> decided(AlertDocument document, TriageChange act) {
    if (!document.triage().state().decided()) {
      throw ProblemException.conflict("alert %s: not decided yet".formatted(document.alert().id()));
    }
    return Optional.of(act);
  }

  private static AlertDocument notWithdrawn(AlertDocument document) {
    if (document.alert().status() == AlertStatus.WITHDRAWN) {
      throw ProblemException.conflict(
          "alert %s: withdrawn, later facts took its findings back; it can be dismissed"
              .formatted(document.alert().id()));
    }
    return document;
  }

  private static Optional<TriageChange> taken(AlertDocument document, TriageChange act) {
    if (document.triage().takenBy().isEmpty()) {
      throw ProblemException.conflict("alert %s: taken by nobody".formatted(document.alert().id()));
    }
    return Optional.of(act);
  }

  private static Optional<TriageChange> drawn(AlertDocument document, TriageChange act, Caller by) {
    var triage = document.triage();
    if (triage.recheck().isEmpty()) {
      throw ProblemException.conflict(
          "alert %s: not drawn to be looked at again".formatted(document.alert().id()));
    }
    triage.events().stream()
        .filter(event -> event.batch().equals(triage.recheck()))
        .map(TriageEvent::by)
        .forEach(by::requireOther);
    return Optional.of(act);
  }

  private TriageChange undo(AlertDocument document, TriageChange act, Caller by) {
    var id = document.alert().id();
    var last = last(document.triage(), id);
    if (!last.by().equals(by.name())) {
      throw ProblemException.conflict(
          "alert %s: the last change is one of %s; only they can undo it".formatted(id, last.by()));
    }
    if (!last.action().undoable()) {
      throw ProblemException.conflict("alert %s: %s cannot be undone".formatted(id, last.action()));
    }
    if (clock.millis() - last.at() > settings.undoWithin().toMillis()) {
      throw ProblemException.conflict(
          "alert %s: the last change is older than %d minutes, and stays"
              .formatted(id, settings.undoWithin().toMinutes()));
    }
    return TriageChange.of(Action.UNDONE, String.valueOf(last.revision()), act.reason());
  }

  private static TriageEvent last(Triage triage, String id) {
    if (triage.events().isEmpty()) {
      throw ProblemException.conflict("alert %s: nothing to undo".formatted(id));
    }
    return triage.events().get(triage.events().size() - 1);
  }
}

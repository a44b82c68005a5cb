package org.fundwatch.alertapi.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.alert.EntityTag;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.stereotype.Service;

/**
 * Changes to the people's part of alerts. A change names the state that it was decided on; when the
 * alert is no longer in it, the change is refused with what happened since. Thread-safe.
 */
@Service
public final class TriageService {
  private final AlertStore alerts;
  private final TriageRules rules;
  private final TriageSettings settings;
  private final Clock clock;

  TriageService(AlertStore alerts, TriageRules rules, TriageSettings settings, Clock clock) {
    this.alerts = alerts;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does something about an alert.
   *
   * @param seen the state that it was decided on
   * @throws ProblemException when the alert is unknown to the caller, in another state, or the act
   *     is not allowed
   */
  public AlertDocument change(String id, EntityTag seen, TriageChange act, Caller by) {
    return alerts.change(
        id,
        by.name(),
        document -> {
          AlertStore.seen(document, by);
          if (!document.tag().equals(seen)) {
            throw ProblemException.outdated(document.tag().header(), since(document, seen));
          }
          return rules.admit(document, act, by);
        });
  }

  /** Gives an alert to somebody. */
  public AlertDocument assign(String id, EntityTag seen, String assignee, Caller by) {
    return change(id, seen, TriageChange.of(Action.ASSIGNED, assignee, ""), by);
  }

  /** Decides about an alert. */
  public AlertDocument decide(
      String id, EntityTag seen, Disposition disposition, String reason, Caller by) {
    return change(id, seen, TriageChange.decide(disposition, reason), by);
  }

  /** Takes a decision back. */
  public AlertDocument reopen(String id, EntityTag seen, String reason, Caller by) {
    return change(id, seen, TriageChange.of(Action.REOPENED, "", reason), by);
  }

  /**
   * The act of putting off.
   *
   * @param day on which it comes back
   * @throws ProblemException when that is no day to come, or one too far away
   */
  TriageChange snooze(LocalDate day, String reason) {
    long today = ShanghaiTime.epochDay(clock.millis());
    long latest = today + settings.longestSnooze().toDays();
    if (day.toEpochDay() <= today || day.toEpochDay() > latest) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "until",
                  day.toString(),
                  "%s to %s"
                      .formatted(
                          ShanghaiTime.formatDay(today + 1), ShanghaiTime.formatDay(latest)))));
    }
    return TriageChange.until(
        ShanghaiTime.startOfDay(day.toEpochDay()), Action.SNOOZED, "", reason);
  }

  /** What machine and people did after the given state. */
  private static List<Object> since(AlertDocument document, EntityTag seen) {
    var changes = new ArrayList<Object>();
    var detail = AlertDetail.of(document);
    detail.alert().lineage().stream()
        .filter(amendment -> amendment.version() > seen.version())
        .forEach(changes::add);
    detail.triage().events().stream()
        .filter(event -> event.revision() > seen.revision())
        .forEach(changes::add);
    return changes;
  }
}

package org.fundwatch.alertapi.alert;

import org.fundwatch.alertapi.alert.TriageEvent.Action;

/**
 * What somebody is about to do about an alert.
 *
 * @param action what is done
 * @param detail whom it is assigned to, the disposition or the case; empty where there is none
 * @param reason why, empty for assigning
 */
public record TriageChange(Action action, String detail, String reason) {

  /** Giving it to somebody. */
  public static TriageChange assign(String assignee) {
    return new TriageChange(Action.ASSIGNED, assignee, "");
  }

  /** A decision. */
  public static TriageChange decide(Disposition disposition, String reason) {
    var action = disposition.state() == TriageState.DISMISSED ? Action.DISMISSED : Action.CONFIRMED;
    return new TriageChange(action, disposition.name(), reason);
  }

  /** Taking a decision back. */
  public static TriageChange reopen(String reason) {
    return new TriageChange(Action.REOPENED, "", reason);
  }

  /** Making it part of a case. */
  public static TriageChange addToCase(String caseId) {
    return new TriageChange(Action.ADDED_TO_CASE, caseId, "");
  }
}

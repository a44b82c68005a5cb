package org.fundwatch.alertapi.alert;

import org.fundwatch.alertapi.alert.TriageEvent.Action;

/**
 * What somebody is about to do about an alert; see {@link TriageEvent}.
 *
 * @param action what is done
 * @param detail with what, empty for nothing
 * @param reason why, empty where nobody asks
 * @param until epoch milliseconds until when it holds, 0 for no end
 * @param batch of several alerts at once that it is a part of, empty for none
 * @param recheck true when it is drawn from the batch to be looked at again
 */
public record TriageChange(
    Action action, String detail, String reason, long until, String batch, boolean recheck) {

  /** A change without end that belongs to no batch. */
  public static TriageChange of(Action action, String detail, String reason) {
    return until(0, action, detail, reason);
  }

  /** A change that holds until a moment. */
  public static TriageChange until(long millis, Action action, String detail, String reason) {
    return new TriageChange(action, detail, reason, millis, "", false);
  }

  /** A decision. */
  public static TriageChange decide(Disposition disposition, String reason) {
    return of(Action.valueOf(disposition.state().name()), disposition.name(), reason);
  }

  /** Making it part of a case. */
  public static TriageChange addToCase(String caseId) {
    return of(Action.ADDED_TO_CASE, caseId, "");
  }

  /** Letting it leave a case. */
  public static TriageChange leaveCase(String caseId) {
    return of(Action.LEFT_CASE, caseId, "");
  }

  /** The same with something else. */
  public TriageChange with(String otherDetail) {
    return new TriageChange(action, otherDetail, reason, until, batch, recheck);
  }

  /** The same as a part of a batch. */
  public TriageChange in(String newBatch, boolean drawn) {
    return new TriageChange(action, detail, reason, until, newBatch, drawn);
  }
}

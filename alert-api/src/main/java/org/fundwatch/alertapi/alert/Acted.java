package org.fundwatch.alertapi.alert;

import org.fundwatch.alertapi.problem.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * What became of one alert among many.
 *
 * @param alertId which one
 * @param outcome how it went
 * @param detail why not, empty when it went well
 * @param revision of the people's part, 0 for an unknown alert
 * @param recheck true when it was drawn to be looked at again
 */
public record Acted(String alertId, Outcome outcome, String detail, int revision, boolean recheck) {

  /** How it can go. */
  public enum Outcome {
    /** Done, by this request or by the same one before. */
    DONE,
    /** Not allowed in the state that the alert is in. */
    REFUSED,
    /** No such alert. */
    UNKNOWN
  }

  static Acted unknown(String id) {
    return new Acted(id, Outcome.UNKNOWN, "alert '%s': unknown".formatted(id), 0, false);
  }

  static Acted refused(AlertDocument document, ProblemException why) {
    if (why.status() == HttpStatus.NOT_FOUND) {
      return unknown(document.alert().id());
    }
    return new Acted(
        document.alert().id(),
        Outcome.REFUSED,
        String.valueOf(why.getMessage()),
        document.triage().revision(),
        false);
  }

  static Acted as(AlertDocument document) {
    return done(document.alert().id(), document.triage());
  }

  static Acted done(String id, Triage triage) {
    return new Acted(id, Outcome.DONE, "", triage.revision(), !triage.recheck().isEmpty());
  }
}

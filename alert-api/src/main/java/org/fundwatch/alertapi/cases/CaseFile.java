package org.fundwatch.alertapi.cases;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.cases.CaseEvent.Kind;
import org.fundwatch.alertapi.problem.Revision;

/**
 * A case as its events tell it; moments in epoch milliseconds.
 *
 * @param id such as {@code C2026-0001}
 * @param title what it is about
 * @param openedBy user name
 * @param openedAt when
 * @param changedAt when the last event happened
 * @param sequence of the last event
 * @param alertIds its alerts, in the order they came in
 */
public record CaseFile(
    String id,
    String title,
    String openedBy,
    long openedAt,
    long changedAt,
    int sequence,
    List<String> alertIds) {

  public CaseFile {
    alertIds = List.copyOf(alertIds);
  }

  /** Its state as an ETag. */
  public String tag() {
    return Revision.tag(sequence);
  }

  /**
   * The case that its events make.
   *
   * @param events all of them, in order; the first opens it
   */
  static CaseFile of(List<CaseEvent> events) {
    var first = events.get(0);
    if (first.kind() != Kind.OPENED || first.sequence() != 1) {
      throw new IllegalArgumentException(
          "case %s: begins with %s %d; the opening is wanted"
              .formatted(first.caseId(), first.kind(), first.sequence()));
    }
    var last = events.get(events.size() - 1);
    var alerts = new ArrayList<String>();
    events.forEach(event -> alerts.addAll(event.alertIds()));
    return new CaseFile(
        first.caseId(), first.text(), first.by(), first.at(), last.at(), last.sequence(), alerts);
  }
}

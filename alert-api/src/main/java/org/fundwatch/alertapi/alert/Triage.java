package org.fundwatch.alertapi.alert;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.journal.Entry;

/**
 * The people's part of an alert, as the entries of its stream tell it. What is stored of it leaves
 * the events out: they are in the journal.
 *
 * @param state where people are with it
 * @param assignee user name, empty for nobody
 * @param disposition name of a {@link Disposition}, empty until decided
 * @param reason of the decision, empty until decided
 * @param caseId the case it belongs to, empty for none
 * @param revision grows by one with every change
 * @param alertVersion the machine's version that the last change looked at
 * @param changedAt epoch milliseconds of the last change, 0 before the first
 * @param events every change, oldest first; empty where only the state was asked for
 */
public record Triage(
    TriageState state,
    String assignee,
    String disposition,
    String reason,
    String caseId,
    int revision,
    int alertVersion,
    long changedAt,
    List<TriageEvent> events) {

  /** Before anybody has seen the alert. */
  public static final Triage UNTOUCHED =
      new Triage(TriageState.NEW, "", "", "", "", 0, 0, 0, List.of());

  public Triage {
    events = events == null ? List.of() : List.copyOf(events);
  }

  /** What the entries of an alert's stream make; all of them, in order. */
  public static Triage of(List<Entry> entries) {
    var triage = UNTOUCHED;
    for (var entry : entries) {
      triage = triage.after(TriageEvent.of(entry));
    }
    return triage;
  }

  /** The same without its events, as it is stored. */
  public Triage withoutEvents() {
    return new Triage(
        state, assignee, disposition, reason, caseId, revision, alertVersion, changedAt, List.of());
  }

  /** After one more event. Who decides or reopens takes the alert over. */
  Triage after(TriageEvent event) {
    var detail = event.detail();
    return switch (event.action()) {
      case ASSIGNED -> next(TriageState.ASSIGNED, detail, "", "", caseId, event);
      case DISMISSED ->
          next(TriageState.DISMISSED, event.by(), detail, event.reason(), caseId, event);
      case CONFIRMED ->
          next(TriageState.CONFIRMED, event.by(), detail, event.reason(), caseId, event);
      case REOPENED -> next(TriageState.ASSIGNED, event.by(), "", "", caseId, event);
      case ADDED_TO_CASE -> next(state, assignee, disposition, reason, detail, event);
    };
  }

  private Triage next(
      TriageState newState,
      String newAssignee,
      String newDisposition,
      String newReason,
      String newCase,
      TriageEvent event) {
    var all = new ArrayList<>(events);
    all.add(event);
    return new Triage(
        newState,
        newAssignee,
        newDisposition,
        newReason,
        newCase,
        event.revision(),
        event.alertVersion(),
        event.at(),
        all);
  }
}

package org.fundwatch.alertapi.alert;

import java.util.List;
import java.util.TreeSet;

/** The state of an alert among people while its events are gone through. Used by one thread. */
final class TriageFold {
  private TriageState state = TriageState.NEW;
  private String assignee = "";
  private String takenBy = "";
  private long takenUntil;
  private long snoozedUntil;
  private String suppression = "";
  private boolean sample;
  private String disposition = "";
  private String reason = "";
  private int decision;
  private String recheck = "";
  private String caseId = "";
  private final TreeSet<String> labels = new TreeSet<>();
  private final TreeSet<String> links = new TreeSet<>();
  private final TreeSet<String> reports = new TreeSet<>();

  void add(TriageEvent event) {
    switch (event.action()) {
      case TAKEN -> {
        takenBy = event.by();
        takenUntil = event.until();
      }
      case RELEASED -> free();
      case ASSIGNED -> {
        assignee = event.detail();
        undecided();
      }
      case SNOOZED -> {
        free();
        state = TriageState.SNOOZED;
        snoozedUntil = event.until();
      }
      case WOKEN -> undecided();
      case DISMISSED, CONFIRMED -> {
        free();
        var decided = Disposition.valueOf(event.detail());
        state = decided.state();
        disposition = decided.name();
        reason = event.reason();
        decision = event.revision();
        // Who decides takes it over.
        assignee = event.by();
        snoozedUntil = 0;
        recheck = event.recheck() ? event.batch() : "";
      }
      case RECHECKED -> {
        recheck = "";
        if (event.detail().equals(Recheck.DISAGREED.name())) {
          assignee = "";
          undecided();
        }
      }
      case REOPENED -> {
        assignee = event.by();
        undecided();
      }
      case ADDED_TO_CASE -> caseId = event.detail();
      case LEFT_CASE -> caseId = "";
      case SUPPRESSED -> {
        free();
        state = TriageState.SUPPRESSED;
        suppression = event.detail();
        sample = false;
      }
      case SAMPLED -> {
        suppression = event.detail();
        sample = true;
      }
      case UNSUPPRESSED -> {
        suppression = "";
        undecided();
      }
      case LABELLED -> labels.add(event.detail());
      case UNLABELLED -> labels.remove(event.detail());
      case LINKED -> links.add(event.detail());
      case UNLINKED -> links.remove(event.detail());
      case LINKED_REPORT -> reports.add(event.detail());
      case UNLINKED_REPORT -> reports.remove(event.detail());
      case COMMENTED, UNDONE -> {
        // Only remembered.
      }
    }
  }

  private void undecided() {
    free();
    state = assignee.isEmpty() ? TriageState.NEW : TriageState.ASSIGNED;
    disposition = "";
    reason = "";
    decision = 0;
    recheck = "";
    snoozedUntil = 0;
  }

  private void free() {
    takenBy = "";
    takenUntil = 0;
  }

  /** Revision of the decision that holds, 0 while there is none. */
  int decision() {
    return decision;
  }

  /**
   * The state that was reached.
   *
   * @param events all that happened, undone or not
   * @param judged rules that the decision is about
   */
  Triage result(List<TriageEvent> events, List<String> judged) {
    var last = events.isEmpty() ? null : events.get(events.size() - 1);
    return new Triage(
        state,
        assignee,
        takenBy,
        takenUntil,
        snoozedUntil,
        suppression,
        sample,
        disposition,
        reason,
        judged,
        recheck,
        caseId,
        List.copyOf(labels),
        List.copyOf(links),
        List.copyOf(reports),
        last == null ? 0 : last.revision(),
        last == null ? 0 : last.alertVersion(),
        last == null ? 0 : last.at(),
        events);
  }
}

package org.fundwatch.alertapi.alert;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.journal.Entry;

/**
 * The people's part of a stored alert: what its events come to.
 *
 * @param state where people are with it
 * @param assignee user name, empty for nobody
 * @param takenBy who has taken it to look at it now, empty for nobody
 * @param takenUntil epoch milliseconds; from then on it is free again
 * @param snoozedUntil epoch milliseconds, 0 when it is not put off
 * @param suppression id of the suppression that put it aside or let it through, empty for none
 * @param sample true when that one let it through as a sample
 * @param disposition name of a {@link Disposition}, empty until decided
 * @param reason of the decision, empty until decided
 * @param judged rules and models that had raised the alert when it was decided, sorted; empty until
 *     decided
 * @param recheck batch whose decision about it somebody else is to look at again, empty for none
 * @param caseId the case it belongs to, empty for none
 * @param labels that people gave it, sorted
 * @param links ids of other alerts, sorted
 * @param reports ids of reports of the hotline, sorted
 * @param revision number of its events
 * @param alertVersion the machine's version that the last change looked at
 * @param changedAt epoch milliseconds of the last change, 0 before the first
 * @param events every change, oldest first; empty where only the state was asked for
 */
public record Triage(
    TriageState state,
    String assignee,
    String takenBy,
    long takenUntil,
    long snoozedUntil,
    String suppression,
    boolean sample,
    String disposition,
    String reason,
    List<String> judged,
    String recheck,
    String caseId,
    List<String> labels,
    List<String> links,
    List<String> reports,
    int revision,
    int alertVersion,
    long changedAt,
    List<TriageEvent> events) {

  /** Before anybody has seen the alert. */
  public static final Triage UNTOUCHED = new TriageFold().result(List.of(), List.of());

  public Triage {
    judged = judged == null ? List.of() : List.copyOf(judged);
    labels = labels == null ? List.of() : List.copyOf(labels);
    links = links == null ? List.of() : List.copyOf(links);
    reports = reports == null ? List.of() : List.copyOf(reports);
    events = events == null ? List.of() : List.copyOf(events);
  }

  /** What the entries of an alert's stream make; all of them, in order. */
  public static Triage of(List<Entry> entries) {
    return ofEvents(
        entries.stream().map(TriageEvent::of).toList(),
        decision -> entries.get(decision - 1).body(TriageEvent.Facts.class).rules());
  }

  /**
   * What events come to. What was undone counts as if it had never been, but stays among the
   * events.
   *
   * @param events oldest first
   * @param rulesAt the rules that had raised the alert at a revision
   */
  static Triage ofEvents(List<TriageEvent> events, IntFunction<List<String>> rulesAt) {
    var undone =
        events.stream()
            .filter(event -> event.action() == Action.UNDONE)
            .map(event -> Integer.valueOf(event.detail()))
            .collect(Collectors.toSet());
    var fold = new TriageFold();
    events.stream().filter(event -> !undone.contains(event.revision())).forEach(fold::add);
    var judged = fold.decision() == 0 ? List.<String>of() : rulesAt.apply(fold.decision());
    return fold.result(events, judged);
  }

  /** The same without its events, as it is stored. */
  public Triage withoutEvents() {
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
        labels,
        links,
        reports,
        revision,
        alertVersion,
        changedAt,
        List.of());
  }

  /** True when somebody else than a user has it before them at a moment. */
  public boolean takenFrom(String user, long at) {
    return !takenBy.isEmpty() && !takenBy.equals(user) && at < takenUntil;
  }
}

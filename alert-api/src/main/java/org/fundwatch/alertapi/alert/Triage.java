package org.fundwatch.alertapi.alert;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.TriageEvent.Action;

/**
 * The people's part of a stored alert; the indexer only lays its beginning down.
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

  /** After somebody was given it. */
  public Triage assigned(String assignedTo, Actor actor) {
    var event = event(Action.ASSIGNED, assignedTo, "", actor);
    return next(TriageState.ASSIGNED, assignedTo, "", "", caseId, event);
  }

  /** After a decision; who decides takes it over. */
  public Triage decided(Disposition decision, String why, Actor actor) {
    var action = decision.state() == TriageState.DISMISSED ? Action.DISMISSED : Action.CONFIRMED;
    var event = event(action, decision.name(), why, actor);
    return next(decision.state(), actor.name(), decision.name(), why, caseId, event);
  }

  /** After a decision was taken back. */
  public Triage reopened(String why, Actor actor) {
    var event = event(Action.REOPENED, "", why, actor);
    return next(TriageState.ASSIGNED, actor.name(), "", "", caseId, event);
  }

  /** After it was made part of a case. */
  public Triage inCase(String newCase, Actor actor) {
    var event = event(Action.ADDED_TO_CASE, newCase, "", actor);
    return next(state, assignee, disposition, reason, newCase, event);
  }

  private TriageEvent event(Action action, String detail, String why, Actor actor) {
    return new TriageEvent(
        revision + 1, actor.at(), actor.name(), action, detail, why, actor.alertVersion());
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

  /**
   * Who changes something, and what lay before them.
   *
   * @param name user name
   * @param at epoch milliseconds
   * @param alertVersion the machine's version of the alert
   */
  public record Actor(String name, long at, int alertVersion) {}
}

package org.fundwatch.alertapi.procedure;

import org.fundwatch.alertapi.procedure.Tasking.NewTask;

/**
 * Something that somebody has to do in a case.
 *
 * @param id within the case: number of the entry that set it, and its place there, {@code 7-1}
 * @param title what
 * @param assignee user name
 * @param due the last day for it as {@code 2026-12-01}, empty for none
 * @param state where it is
 * @param comment what was said about it last, empty for nothing
 * @param origin where it comes from: a template, another case; empty where somebody set it
 * @param setBy user name
 * @param setAt epoch milliseconds
 * @param sequence of the entry that changed it last
 * @param changedBy user name
 * @param changedAt epoch milliseconds
 */
public record CaseTask(
    String id,
    String title,
    String assignee,
    String due,
    State state,
    String comment,
    String origin,
    String setBy,
    long setAt,
    int sequence,
    String changedBy,
    long changedAt) {

  /** Where a task is. */
  public enum State {
    OPEN("待办"),
    DONE("已办"),
    DROPPED("不办"),
    /** Went on to the case that its case was merged into. */
    MOVED("随案移交");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** True when it is open on its last day or later. */
  public boolean isDue(String today) {
    return state == State.OPEN && !due.isEmpty() && due.compareTo(today) <= 0;
  }

  static CaseTask set(NewTask task, String id, String origin, CaseEntry entry) {
    return new CaseTask(
        id,
        task.title(),
        task.assignee(),
        task.due(),
        State.OPEN,
        "",
        task.origin().isEmpty() ? origin : task.origin(),
        entry.by(),
        entry.at(),
        entry.sequence(),
        entry.by(),
        entry.at());
  }

  CaseTask changed(Tasking.TaskChanged change, CaseEntry entry) {
    return with(change.state(), change.assignee(), change.due(), change.comment(), entry);
  }

  CaseTask moved(CaseEntry entry, String target) {
    return with(State.MOVED, assignee, due, target, entry);
  }

  private CaseTask with(
      State newState, String newAssignee, String newDue, String newComment, CaseEntry entry) {
    return new CaseTask(
        id,
        title,
        newAssignee,
        newDue,
        newState,
        newComment,
        origin,
        setBy,
        setAt,
        entry.sequence(),
        entry.by(),
        entry.at());
  }
}

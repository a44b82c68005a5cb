package org.fundwatch.alertapi.cases;

import org.fundwatch.alertapi.procedure.CaseTask;

/**
 * A task as it is found by search.
 *
 * @param id of the document: case and task
 * @param caseId its case
 * @param title of the case
 * @param region of the case
 * @param assignee user name
 * @param state where it is
 * @param due the last day for it, {@link #NEVER} for none, so that days sort
 * @param task all of it
 */
record TaskDocument(
    String id,
    String caseId,
    String title,
    String region,
    String assignee,
    CaseTask.State state,
    String due,
    CaseTask task) {
  /** After every day. */
  static final String NEVER = "9999-12-31";

  static TaskDocument of(CaseHistory history, CaseTask task) {
    var opening = history.state().opening();
    return new TaskDocument(
        "%s/%s".formatted(history.id(), task.id()),
        history.id(),
        opening.title(),
        opening.region(),
        task.assignee(),
        task.state(),
        task.due().isEmpty() ? NEVER : task.due(),
        task);
  }
}

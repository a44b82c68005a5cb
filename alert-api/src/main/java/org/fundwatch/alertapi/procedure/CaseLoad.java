package org.fundwatch.alertapi.procedure;

import java.util.List;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;

/**
 * What goes from one case to another when they are merged.
 *
 * @param title of the case that it comes from
 * @param region of that case
 * @param institution of its alerts, empty for several
 * @param alerts as they were when they became part of a case
 * @param suspectedFen what its ledger says of the suspected amount, corrections included
 * @param attachments its files
 * @param tasks those that are open
 */
public record CaseLoad(
    String title,
    String region,
    String institution,
    List<Snapshot> alerts,
    long suspectedFen,
    List<AttachedFile> attachments,
    List<NewTask> tasks) {
  public CaseLoad {
    alerts = List.copyOf(alerts);
    attachments = List.copyOf(attachments);
    tasks = List.copyOf(tasks);
  }
}

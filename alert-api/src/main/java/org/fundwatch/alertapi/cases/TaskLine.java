package org.fundwatch.alertapi.cases;

import java.util.Comparator;
import java.util.List;
import org.fundwatch.alertapi.procedure.CaseTask;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * A task as it is shown.
 *
 * @param task the task
 * @param zh its state for people, in Chinese
 * @param due true when it is open on its last day or later
 */
public record TaskLine(CaseTask task, String zh, boolean due) {
  /** What is due first, then what is open by day, then the rest as it was set. */
  private static final Comparator<TaskLine> ORDER =
      Comparator.comparing((TaskLine line) -> !line.due())
          .thenComparing(line -> line.task().state())
          .thenComparing(line -> line.task().due().isEmpty())
          .thenComparing(line -> line.task().due());

  static List<TaskLine> of(List<CaseTask> tasks, long now) {
    return tasks.stream().map(task -> of(task, now)).sorted(ORDER).toList();
  }

  static TaskLine of(CaseTask task, long now) {
    var today = ShanghaiTime.formatDay(ShanghaiTime.epochDay(now));
    return new TaskLine(task, task.state().zh(), task.isDue(today));
  }
}

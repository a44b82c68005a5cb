package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the list of tasks of all cases. Thread-safe. */
@Component
final class TaskProjection implements Projection {
  private static final List<String> SEQUENCE = List.of("task.sequence");

  private final SearchNode node;
  private final Indices indices;

  TaskProjection(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  @Override
  public Kind kind() {
    return Kind.CASE;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (KeptTexts.isText(stream)) {
      return;
    }
    var history = CaseHistory.of(stream.id(), entries);
    var index = indices.alias(Indices.Name.TASKS);
    var tasks =
        history.state().tasks().stream().map(task -> TaskDocument.of(history, task)).toList();
    var there =
        node.getAll(index, tasks.stream().map(TaskDocument::id).toList(), Known.class, SEQUENCE);
    int last = history.state().sequence();
    for (var task : tasks) {
      var known = there.get(task.id());
      // Of what the last entry did, searches may not know yet, though another writer has put it.
      if (known == null
          || known.source().task().sequence() < task.task().sequence()
          || task.task().sequence() == last) {
        node.putProjection(index, task.id(), task, task.task().sequence());
      }
    }
  }

  /** As much of a task as it takes to tell whether it is up to date. */
  record Known(Last task) {
    record Last(int sequence) {}
  }
}

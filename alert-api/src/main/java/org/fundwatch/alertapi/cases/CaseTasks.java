package org.fundwatch.alertapi.cases;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.CaseTask;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.procedure.Tasking.TaskChanged;
import org.fundwatch.alertapi.procedure.Tasking.TasksSet;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tasks of cases, and who has which. Thread-safe. */
@Service
final class CaseTasks {
  private static final Change NOTHING = new Change(null, null, null, null);

  private final CaseService cases;
  private final People people;
  private final Pager pager;
  private final Indices indices;
  private final Clock clock;

  CaseTasks(CaseService cases, People people, Pager pager, Indices indices, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.pager = pager;
    this.indices = indices;
    this.clock = clock;
  }

  /**
   * A task in the list of all cases.
   *
   * @param caseId its case
   * @param title of the case
   * @param line the task
   */
  record Item(String caseId, String title, TaskLine line) {}

  /**
   * Which tasks are wanted.
   *
   * @param assignee user name
   * @param state where they are
   * @param dueUntil the last day, inclusive; null for any
   */
  record Filter(String assignee, CaseTask.State state, @Nullable String dueUntil) {}

  /** A change of a task; what is null stays. */
  record Change(
      CaseTask.@Nullable State state,
      @Nullable String assignee,
      @Nullable String due,
      @Nullable String comment) {}

  /** Sets tasks. */
  CaseDetail set(String id, int seen, List<NewTask> tasks, Caller by) {
    requireWorkers(cases.history(id, by), tasks, by);
    return cases.act(id, seen, new TasksSet(tasks), by);
  }

  /** Changes a task. */
  CaseDetail change(String id, int seen, String task, Change change, Caller by) {
    if (change.equals(NOTHING)) {
      throw ProblemException.badInput(
          List.of(new FieldFault("state", "nothing", "state, assignee, due or comment")));
    }
    var history = cases.history(id, by);
    var before =
        history.state().tasks().stream()
            .filter(one -> one.id().equals(task))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.notFound("case '%s': task '%s': unknown".formatted(id, task)));
    var assignee = Objects.requireNonNullElse(change.assignee(), before.assignee());
    var due = Objects.requireNonNullElse(change.due(), before.due());
    if (!assignee.equals(before.assignee())) {
      requireWorkers(history, List.of(new NewTask(before.title(), assignee, due, "")), by);
    }
    return cases.act(
        id,
        seen,
        new TaskChanged(
            task,
            Objects.requireNonNullElse(change.state(), before.state()),
            assignee,
            due,
            Objects.requireNonNullElse(change.comment(), "")),
        by);
  }

  /** A page of the tasks of cases that somebody sees, by their last days. */
  Pager.Page<TaskDocument> list(Filter filter, int size, @Nullable String cursor, Caller by) {
    var filters = new ArrayList<Query>();
    filters.add(by.regionFilter("region"));
    filters.add(term("assignee", filter.assignee()));
    filters.add(term("state", filter.state().name()));
    var until = filter.dueUntil();
    if (until != null) {
      filters.add(
          Query.of(q -> q.range(range -> range.term(term -> term.field("due").lte(until)))));
    }
    return pager.read(
        "tasks %s %s".formatted(filter, by.reach()),
        indices.alias(Indices.Name.TASKS),
        cursor,
        size,
        TaskDocument.class,
        search ->
            search
                .query(q -> q.bool(bool -> bool.filter(filters)))
                .sort(sort -> sort.field(f -> f.field("due").order(SortOrder.Asc)))
                .sort(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc))));
  }

  /** A task with personal data masked. */
  Item shown(TaskDocument task) {
    return Mask.all(
        new Item(task.caseId(), task.title(), TaskLine.of(task.task(), clock.millis())));
  }

  /**
   * Checks that those who get tasks see the case. Who signs in by an issuer is in no list of ours,
   * and may take tasks all the same.
   */
  void requireWorkers(CaseHistory history, List<NewTask> tasks, Caller by) {
    var workers = people.caseWorkers(history.state().opening().region());
    var faults =
        tasks.stream()
            .map(NewTask::assignee)
            .filter(name -> !name.equals(by.name()) && !workers.contains(name))
            .distinct()
            .map(name -> new FieldFault("assignee", name, String.join(", ", workers)))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}

package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.domain.time.ShanghaiTime;

/** What is to be done in a case, by whom and until when. */
public sealed interface Tasking extends CaseAction {

  /**
   * A task that is to be.
   *
   * @param title what
   * @param assignee user name
   * @param due the last day for it as {@code 2026-12-01}, empty for none
   * @param origin the case and task that it comes from, empty for none
   */
  record NewTask(String title, String assignee, String due, String origin) {}

  /** Tasks are set. */
  record TasksSet(List<NewTask> tasks) implements Tasking {
    public TasksSet {
      tasks = List.copyOf(tasks);
    }

    @Override
    public String zh() {
      return "布置任务";
    }

    @Override
    public String text() {
      return titles(tasks);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(situation.ended(), situation.notInvolved(), refused(tasks, situation));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.set(tasks, "", entry);
    }
  }

  /**
   * A task is done, dropped, opened again, given to somebody else, put off, or commented on; what
   * does not change is said again.
   *
   * @param task its id
   */
  record TaskChanged(String task, CaseTask.State state, String assignee, String due, String comment)
      implements Tasking {
    @Override
    public String zh() {
      return "任务：" + state.zh();
    }

    @Override
    public String text() {
      return Stream.of(task, assignee, due, comment)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var before =
          situation.state().tasks().stream().filter(one -> one.id().equals(task)).findFirst();
      if (before.isEmpty()) {
        return List.of(
            Missing.content("没有第 %s 项任务".formatted(task), "task '%s': unknown".formatted(task)));
      }
      return CaseAction.all(
          situation.ended(),
          situation.recused(),
          mayChange(before.get(), situation),
          Situation.unless(
              state != CaseTask.State.MOVED && before.get().state() != CaseTask.State.MOVED,
              Missing.state("任务只随并案移交", "tasks move with their case alone")),
          Situation.unless(
              state != CaseTask.State.DROPPED || !comment.isBlank(),
              Missing.content("不办须说明原因", "dropping it needs a comment")),
          before.get().assignee().equals(assignee) && before.get().due().equals(due)
              ? Stream.empty()
              : refused(List.of(new NewTask(before.get().title(), assignee, due, "")), situation));
    }

    private static Stream<Missing> mayChange(CaseTask before, Situation situation) {
      var name = situation.actor().name();
      return Situation.unless(
          situation.actor().is(Duty.HEAD)
              || before.assignee().equals(name)
              || before.setBy().equals(name),
          Missing.person(
              "须由承担人、布置人或负责人办理", "has to be done by who has the task, who set it, or a head"));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.tasks.computeIfPresent(task, (id, before) -> before.changed(this, entry));
    }
  }

  /**
   * A template is applied: its tasks are set, its texts are there to write papers from.
   *
   * @param template id of it
   * @param version of it
   * @param name of it
   * @param region where it holds
   * @param tasks that it sets here
   * @param texts with the case's own words filled in
   */
  record TemplateApplied(
      String template,
      int version,
      String name,
      String region,
      List<NewTask> tasks,
      List<DraftText> texts)
      implements Tasking {
    public TemplateApplied {
      tasks = List.copyOf(tasks);
      texts = List.copyOf(texts);
    }

    @Override
    public String zh() {
      return "套用模板";
    }

    @Override
    public String text() {
      return "%s（第 %d 版）：%s".formatted(name, version, titles(tasks));
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var state = situation.state();
      return CaseAction.all(
          situation.ended(),
          situation.notInvolved(),
          Situation.unless(
              state.opening().region().startsWith(region),
              Missing.content("模板不适用于本地区", "the template does not hold in the case's region")),
          Situation.unless(
              state.templates().stream().noneMatch(template::equals),
              Missing.state("本案已套用该模板", "the template has been applied to this case")),
          refused(tasks, situation));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.set(tasks, template, entry);
      fold.templates.add(template);
      fold.drafts.addAll(texts);
    }
  }

  /**
   * A text to write a paper from; it is no paper.
   *
   * @param kind of the paper
   * @param title of it
   * @param text of it
   */
  record DraftText(DocumentKind kind, String title, String text) {}

  /** A case with more tasks than anybody reads is a mistake. */
  int MOST = 200;

  private static Stream<Missing> refused(List<NewTask> tasks, Situation situation) {
    var today = ShanghaiTime.formatDay(ShanghaiTime.epochDay(situation.now()));
    var recused = situation.state().recused();
    return Stream.of(
            Situation.unless(
                situation.state().tasks().size() + tasks.size() <= MOST,
                Missing.content("一案至多 %d 项任务".formatted(MOST), "at most %d tasks".formatted(MOST))),
            tasks.stream()
                .filter(task -> recused.contains(task.assignee()))
                .map(
                    task ->
                        Missing.content(
                            "%s 已回避本案".formatted(task.assignee()),
                            task.assignee() + " is recused from this case")),
            tasks.stream()
                .filter(task -> !task.due().isEmpty() && task.due().compareTo(today) < 0)
                .map(
                    task ->
                        Missing.content(
                            "“%s”的期限 %s 已过".formatted(task.title(), task.due()),
                            "due day %s has passed".formatted(task.due()))))
        .flatMap(reasons -> reasons);
  }

  private static String titles(List<NewTask> tasks) {
    return tasks.stream().map(NewTask::title).collect(Collectors.joining("；"));
  }
}

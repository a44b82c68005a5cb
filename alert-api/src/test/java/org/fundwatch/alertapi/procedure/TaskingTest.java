package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Staffing.Recused;
import org.fundwatch.alertapi.procedure.Tasking.DraftText;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.procedure.Tasking.TaskChanged;
import org.fundwatch.alertapi.procedure.Tasking.TasksSet;
import org.fundwatch.alertapi.procedure.Tasking.TemplateApplied;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TaskingTest {
  private static final Procedure PROCEDURE = Procedure.of(null);
  private static final Actor LI = new Actor("li", Set.of(Duty.OFFICER));
  private static final Actor WANG = new Actor("wang", Set.of(Duty.OFFICER));
  private static final Actor HEAD = new Actor("zhao", Set.of(Duty.HEAD));
  private static final long NOW =
      ShanghaiTime.startOfDay(ShanghaiTime.parseDate("2026-05-01")) + 3_600_000;

  private final List<CaseEntry> entries = new ArrayList<>();

  @BeforeEach
  void open() {
    entries.add(
        new CaseEntry(1, NOW, "li", new Opened("题", "320102", "H1", List.of("A1"), 1, List.of())));
  }

  @Test
  void task_goesFromOpenToDoneByWhoHasIt() {
    add(LI, new TasksSet(List.of(new NewTask("调取病案", "wang", "2026-05-08", ""))));

    assertThat(state().tasks().get(0).isDue("2026-05-07")).isFalse();
    assertThat(state().tasks().get(0).isDue("2026-05-08")).isTrue();
    var done = new TaskChanged("2-1", CaseTask.State.DONE, "wang", "2026-05-08", "已调取");
    assertThat(refusals(new Actor("qian", Set.of(Duty.OFFICER)), done))
        .containsExactly("须由承担人、布置人或负责人办理");
    add(WANG, done);
    var task = state().tasks().get(0);
    assertThat(task.state()).isEqualTo(CaseTask.State.DONE);
    assertThat(task.comment()).isEqualTo("已调取");
    assertThat(task.isDue("2026-05-09")).isFalse();
    add(HEAD, new TaskChanged("2-1", CaseTask.State.OPEN, "li", "2026-06-01", "重做"));
    assertThat(state().tasks().get(0).assignee()).isEqualTo("li");
  }

  @Test
  void task_thatCannotBe_isRefusedWithReasons() {
    add(HEAD, new Recused("wang", "亲属"));

    assertThat(refusals(LI, new TasksSet(List.of(new NewTask("查", "wang", "2026-04-30", "")))))
        .containsExactly("wang 已回避本案", "“查”的期限 2026-04-30 已过");
    assertThat(refusals(LI, new TaskChanged("9-1", CaseTask.State.DONE, "li", "", "")))
        .containsExactly("没有第 9-1 项任务");
    add(LI, new TasksSet(List.of(new NewTask("查", "li", "", ""))));
    assertThat(refusals(LI, new TaskChanged("3-1", CaseTask.State.DROPPED, "li", "", " ")))
        .containsExactly("不办须说明原因");
    assertThat(refusals(LI, new TaskChanged("3-1", CaseTask.State.MOVED, "li", "", "")))
        .containsExactly("任务只随并案移交");
    var many = new ArrayList<NewTask>();
    for (int i = 0; i < Tasking.MOST; i++) {
      many.add(new NewTask("查" + i, "li", "", ""));
    }
    assertThat(refusals(LI, new TasksSet(many))).containsExactly("一案至多 200 项任务");
  }

  @Test
  void template_isAppliedOnceAndWhereItHolds() {
    var applied = applied("3201");
    assertThat(refusals(LI, applied("3202"))).containsExactly("模板不适用于本地区");

    add(LI, applied);

    assertThat(state().tasks()).extracting(CaseTask::origin).containsExactly("template-1");
    assertThat(state().drafts()).extracting(DraftText::text).containsExactly("正文");
    assertThat(refusals(LI, applied)).containsExactly("本案已套用该模板");
  }

  private static TemplateApplied applied(String region) {
    return new TemplateApplied(
        "template-1",
        1,
        "住院核查",
        region,
        List.of(new NewTask("调取病案", "li", "", "")),
        List.of(new DraftText(DocumentKind.INTERVIEW_RECORD, "笔录", "正文")));
  }

  private void add(Actor actor, CaseAction action) {
    assertThat(refusals(actor, action)).as("%s", action).isEmpty();
    entries.add(new CaseEntry(entries.size() + 1, NOW, actor.name(), action));
  }

  private List<String> refusals(Actor actor, CaseAction action) {
    return PROCEDURE.missing(state(), action, actor, NOW).stream().map(Missing::zh).toList();
  }

  private CaseState state() {
    return CaseState.of(entries);
  }
}

package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.alertapi.procedure.Story.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.alertapi.procedure.Timing.ExtensionAnswered;
import org.fundwatch.alertapi.procedure.Timing.ExtensionAsked;
import org.fundwatch.alertapi.procedure.Timing.Paused;
import org.fundwatch.alertapi.procedure.Timing.Resumed;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadlinesTest {
  private static final Paused APPRAISAL = new Paused(Pause.Reason.EXPERT_OPINION, "病案评审");

  @Test
  void due_overHolidayAndMakeUpDays_countsWorkingDays() {
    // 2026-04-29 is a Wednesday; 1 to 5 May are off, Saturday 9 May is worked.
    var story = new Story("320102").at("2026-04-29T17:00:00").toPrecheck();

    // 30 April, 6 to 9 May, 11 to 15 May
    assertThat(due(story, Limit.PRECHECK)).isEqualTo("2026-05-15 23:59:59");
    assertThat(deadline(story.at("2026-05-09T12:00:00"), Limit.PRECHECK).used()).isEqualTo(4);
  }

  @Test
  void due_withPause_movesByTheDaysThatItTook() {
    var story = new Story("320102").toVerify();
    assertThat(due(story, Limit.VERIFY)).isEqualTo("2026-03-23 23:59:59");

    story.at("2026-03-04T10:00:00").does(LI, APPRAISAL);
    var paused = deadline(story.at("2026-03-10T10:00:00"), Limit.VERIFY);
    assertThat(paused.due()).isEmpty();
    assertThat(paused.used()).isEqualTo(1);
    assertThat(story.refusedStep(LI, "propose-filing")).contains("期限已中止，须先恢复");
    assertThat(story.refused(LI, APPRAISAL)).containsExactly("期限已经中止");

    // Off: 4 to 6 and 9 March, four working days.
    story.does(LI, new Resumed("意见已出"));
    assertThat(due(story, Limit.VERIFY)).isEqualTo("2026-03-27 23:59:59");
    assertThat(story.refused(LI, new Resumed(""))).containsExactly("期限没有中止");
  }

  @Test
  void due_withExtension_needsAnotherPerson() {
    var story = new Story("320102").toVerify();
    var asked = new ExtensionAsked(Limit.VERIFY, 15, "案情复杂");
    var granted = new ExtensionAnswered(true, "同意");

    assertThat(story.refused(LI, new ExtensionAsked(Limit.VERIFY, 16, "复杂")))
        .containsExactly("一次可延长 1 至 15");
    assertThat(story.refused(LI, new ExtensionAsked(Limit.PRECHECK, 1, "复杂")))
        .containsExactly("“申诉、自查期限”没有正在计算或不可延长");
    assertThat(story.refused(ZHAO, granted)).containsExactly("没有待批复的延期申请");
    story.does(ZHAO, asked);
    assertThat(story.refused(ZHAO, granted)).containsExactly("不得审批自己经办的事项");
    assertThat(story.refused(LI, granted)).containsExactly("须由负责人办理", "不得审批自己经办的事项");
    assertThat(story.refused(LI, asked)).containsExactly("另一延期申请尚未批复");
    story.does(QIAN, granted);

    // 30 working days, with 4 to 6 April off.
    assertThat(due(story, Limit.VERIFY)).isEqualTo("2026-04-14 23:59:59");
    assertThat(story.refused(LI, asked)).containsExactly("不可再次延长");
  }

  @Test
  void extension_ofTheCase_beyondTheFirstNeedsADiscussion() {
    var story = new Story("320102").toFiled();
    var asked = new ExtensionAsked(Limit.CASE, 30, "案情复杂");
    var granted = new ExtensionAnswered(true, "同意");
    assertThat(due(story, Limit.CASE)).isEqualTo("2026-05-31 23:59:59");

    story.does(LI, asked).does(ZHAO, granted).does(LI, asked);
    assertThat(story.refused(ZHAO, granted)).containsExactly("再次延长须集体讨论，缺申请之后的《集体讨论记录》");
    story.files(ZHAO, DocumentKind.COLLECTIVE_RECORD).does(ZHAO, granted);

    assertThat(due(story, Limit.CASE)).isEqualTo("2026-07-30 23:59:59");
    assertThat(story.at("2026-07-31T00:00:00").refused(LI, asked)).containsExactly("期限已届满");
  }

  @Test
  void police_clocks_runWhileTheCaseIsPaused() {
    var story =
        new Story("320102")
            .toInvestigation()
            .files(LI, DocumentKind.INVESTIGATION_REPORT)
            .does(LI, APPRAISAL)
            .step(LI, "propose-police");
    assertThat(due(story, Limit.POLICE_DECISION)).isEqualTo("2026-03-05 23:59:59");

    story.at("2026-03-03T15:30:00").step(ZHAO, "approve-police");

    assertThat(due(story, Limit.POLICE_TRANSFER)).isEqualTo("2026-03-04 15:30:00");
    assertThat(deadline(story, Limit.CASE).due()).isEmpty();
  }

  @Test
  void due_inAYearWithoutTable_isSaidToBeUnknown() {
    var story = new Story("320102").at("2026-12-25T09:00:00").toPrecheck();
    var deadline = deadline(story, Limit.PRECHECK);

    assertThat(deadline.due()).isEmpty();
    assertThat(deadline.unknownZh())
        .isEqualTo("2027年节假日安排未录入，不能推算工作日；请将国务院办公厅通知录入 workdays-2027.csv");
    assertThat(deadline.unknownEn())
        .isEqualTo(
            "2027: working days unknown; enter the State Council's notice for it as"
                + " workdays-2027.csv");
  }

  @Test
  void due_byAnInstallationsOwnTable_isThatOfTheRegionAndDay(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("terms.csv"),
        """
        key,region,from,to,value,unit,provenance,source
        precheck,,,,10,WORKING_DAYS,proposal,省
        precheck,32,,2026-03-01,3,DAYS,local,省规定（旧）
        precheck,32,2026-03-02,,5,DAYS,local,省规定
        precheck,3201,2026-03-02,,48,HOURS,local,市规定
        """);
    var procedure = Procedure.of(folder);

    assertThat(due(new Story("110101", procedure).toPrecheck(), Limit.PRECHECK))
        .isEqualTo("2026-03-16 23:59:59");
    assertThat(due(new Story("320200", procedure).toPrecheck(), Limit.PRECHECK))
        .isEqualTo("2026-03-07 23:59:59");
    assertThat(
            due(
                new Story("320200", procedure).at("2026-03-01T09:00:00").toPrecheck(),
                Limit.PRECHECK))
        .isEqualTo("2026-03-04 23:59:59");
    var hours = new Story("320102", procedure).toPrecheck();
    assertThat(due(hours, Limit.PRECHECK)).isEqualTo("2026-03-04 09:00:00");
    hours.at("2026-03-03T09:00:00").does(LI, APPRAISAL);
    hours.at("2026-03-03T19:30:00").does(LI, new Resumed(""));
    assertThat(due(hours, Limit.PRECHECK)).isEqualTo("2026-03-04 19:30:00");
    assertThat(deadline(hours, Limit.PRECHECK).used()).isEqualTo(24);
  }

  private static Deadline deadline(Story story, Limit limit) {
    return story.procedure.deadlines(story.state(), story.now()).stream()
        .filter(deadline -> deadline.clock().limit() == limit)
        .findFirst()
        .orElseThrow();
  }

  private static String due(Story story, Limit limit) {
    return ShanghaiTime.format(deadline(story, limit).due().orElseThrow());
  }
}

package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.alertapi.procedure.DocumentKind.*;
import static org.fundwatch.alertapi.procedure.Story.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.Defence.HearingHeld;
import org.fundwatch.alertapi.procedure.Defence.HearingRequested;
import org.fundwatch.alertapi.procedure.Defence.HearingWaived;
import org.fundwatch.alertapi.procedure.Defence.StatementWaived;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.fundwatch.alertapi.procedure.Money.PenaltyProposed;
import org.fundwatch.alertapi.procedure.Penalty.Measure;
import org.fundwatch.alertapi.procedure.Penalty.Respondent;
import org.fundwatch.alertapi.procedure.Staffing.OfficerReleased;
import org.fundwatch.alertapi.procedure.Staffing.Recused;
import org.junit.jupiter.api.Test;

/** Whole cases; together they take every step. */
final class StoriesTest {
  private static final String NANJING = "320102";
  private static final String SHANWEI = "441502";
  private static final String YINZHOU = "330212";

  @Test
  void fine_fromLeadToArchive() {
    var state = archived().state();

    assertThat(state.main()).isEqualTo(State.ARCHIVED);
    assertThat(state.ledger().balance(Account.SUSPECTED)).isEqualTo(500_000);
    assertThat(state.ledger().balance(Account.RECOVERED)).isEqualTo(300_000);
    assertThat(state.clocks()).isEmpty();
    assertThat(state.outcome()).isEqualTo(Disposition.VIOLATION_38);
  }

  @Test
  void hearing_isHeldAfterItsNotice() {
    var story = inHearing();

    assertThat(story.refused(SUN, new HearingHeld("当天")))
        .containsExactly("听证须提前 7 日通知，最早 2026-03-09");
    assertThat(story.refused(LI, new HearingHeld("自己主持")))
        .contains("听证不得由本案办案人员主持", "须由负责人或法制审核员办理");
    assertThat(story.refusedStep(ZHAO, "decide"))
        .containsExactly(
            "陈述申辩未了结：须已记录并复核，或当事人放弃，或期限届满",
            "听证未了结：须已听证并有笔录和报告，或当事人放弃，或期限届满未申请",
            "处罚较重，缺本阶段的《集体讨论记录》",
            "缺本阶段的《行政处罚决定书》或（不予处罚时）《不予处罚决定书》");

    var decided = heardInHearing(story);

    assertThat(decided.state().main()).isEqualTo(State.DECISION);
    assertThat(decided.state().hearing()).isEqualTo(Hearing.HELD);
  }

  @Test
  void hearing_belowTheLocalThreshold_needsNoOffer() {
    var below = new Story(SHANWEI).toReview(9_999_999);
    below.files(SUN, LEGAL_OPINION).step(SUN, "pass-review");
    below.files(LI, ADVANCE_NOTICE, NOTICE_RECEIPT).step(LI, "give-notice");
    below.does(LI, new StatementWaived("无意见")).files(ZHAO, PENALTY_DECISION).step(ZHAO, "decide");
    assertThat(below.state().main()).isEqualTo(State.DECISION);

    for (var story :
        List.of(
            new Story(SHANWEI).toReview(10_000_000),
            new Story(SHANWEI).toReview(0, Measure.SUSPEND_DEPARTMENT),
            new Story(NANJING).toReview(1))) {
      story.files(SUN, LEGAL_OPINION).step(SUN, "pass-review");
      story.files(LI, ADVANCE_NOTICE, NOTICE_RECEIPT);
      assertThat(story.refusedStep(LI, "give-notice"))
          .containsExactly("拟处罚达到听证标准或本地区未设标准，须先送达《听证告知书》");
    }
  }

  @Test
  void hearing_requestedTooLate_isRefused() {
    var story = new Story(NANJING).toStatement(1);

    story.at("2026-03-09T23:59:59").does(LI, new HearingRequested("申请"));
    story.does(LI, new HearingWaived("撤回")).at("2026-03-10T00:00:00");

    assertThat(story.refused(LI, new HearingRequested("再申请"))).containsExactly("已超过申请听证期限");
  }

  @Test
  void penalty_afterTheReview_isNotRaised() {
    var story = new Story(NANJING).toStatement(100);
    var raised =
        new PenaltyProposed(new Penalty(Respondent.ORGANISATION, 101, Set.of(), ""), "申辩态度");

    assertThat(story.refused(LI, raised)).containsExactly("告知后不得加重，须退回补充调查");
    story.proposes(99).step(ZHAO, "investigate-further").does(LI, raised);
    assertThat(story.state().fineProposed()).isEqualTo(101);
  }

  @Test
  void ownWork_isNotApproved() {
    var head = new Actor("li", Set.of(Duty.OFFICER, Duty.HEAD, Duty.LEGAL_REVIEWER));
    var story = new Story(NANJING).toVerify().files(LI, FILING_APPROVAL);
    story.step(LI, "propose-filing");

    assertThat(story.refusedStep(head, "file")).containsExactly("不得审批自己经办的事项");
    // Having left the case does not make one's own work somebody else's.
    story.does(ZHAO, new OfficerReleased("li", "调岗"));
    assertThat(story.refusedStep(head, "file")).containsExactly("不得审批自己经办的事项");
    story.does(LI, new Recused("li", "亲属")).step(ZHAO, "file");
    assertThat(story.refusedStep(head, "investigate")).contains("已回避本案");
    assertThat(story.refused(head, new Recused("wang", "亲属"))).contains("已回避本案");
  }

  @Test
  void reopened_needsItsPapersAgain() {
    var story = revoked();

    assertThat(story.state().round()).isEqualTo(2);
    assertThat(story.state().penalty()).isNull();
    assertThat(story.state().in(Track.REMEDY)).isEqualTo(State.REMEDY_NONE);
    story.step(QIAN, "investigate-again");
    assertThat(story.refusedStep(LI, "submit-review"))
        .containsExactly("缺《案件调查报告》", "缺《现场检查笔录》或《询问笔录》", "须先提出处罚建议（可为不予处罚）");
  }

  @Test
  void step_thatIsUnknownOrFromElsewhere_saysSo() {
    var story = new Story(NANJING);

    assertThat(story.refusedStep(LI, "jump")).containsExactly("没有“jump”这一步骤");
    assertThat(story.refusedStep(LI, "watch")).containsExactly("“新线索”状态不能“列入关注”");
    story.step(LI, "begin-triage").step(LI, "merge");
    assertThat(story.refused(LI, new Paper.DocumentFiled(OTHER, "", "")))
        .containsExactly("案件已处于“已并案”，不能再办理");
  }

  /** What no story takes could be impossible to take. */
  @Test
  void stories_takeEveryStep() {
    var taken = new HashSet<String>();
    Stream.<Supplier<Story>>of(
            StoriesTest::archived,
            StoriesTest::revoked,
            () -> revoked().step(QIAN, "investigate-again"),
            () -> new Story(NANJING).step(LI, "begin-triage").step(LI, "merge"),
            StoriesTest::dismissedAndReopened,
            StoriesTest::watched,
            StoriesTest::explained,
            StoriesTest::refunded,
            () ->
                new Story(NANJING)
                    .toPrecheck()
                    .files(LI, FEEDBACK_FORM)
                    .step(ZHAO, "handle-by-agreement"),
            StoriesTest::notFiled,
            StoriesTest::onSpot,
            StoriesTest::returned,
            () -> heardInHearing(inHearing()),
            () -> new Story(NANJING).toStatement(1).step(ZHAO, "investigate-further"),
            StoriesTest::handedOver,
            () -> new Story(NANJING).toFiled().files(LI, REVERSAL_RECORD).step(QIAN, "retract"),
            StoriesTest::suspended,
            StoriesTest::police,
            StoriesTest::upheld)
        .map(Supplier::get)
        .flatMap(story -> story.entries.stream())
        .forEach(
            entry -> {
              if (entry.action() instanceof Stepped step) {
                taken.add(step.step());
              }
            });

    assertThat(new TreeSet<>(taken))
        .isEqualTo(
            Transitions.ALL.stream()
                .map(Transition::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Story archived() {
    return new Story(NANJING).toClosed().files(LI, FILE_INDEX).step(LI, "archive");
  }

  private static Story revoked() {
    return new Story(NANJING)
        .toExecution(1_000)
        .files(LI, REMEDY_PAPERS)
        .step(LI, "litigation")
        .files(LI, REMEDY_PAPERS)
        .step(LI, "decision-revoked")
        .step(ZHAO, "reopen-revoked");
  }

  private static Story upheld() {
    return new Story(NANJING)
        .toExecution(1_000)
        .files(LI, REMEDY_PAPERS)
        .step(LI, "reconsideration")
        .files(LI, REMEDY_PAPERS)
        .step(LI, "decision-upheld");
  }

  private static Story dismissedAndReopened() {
    return new Story(NANJING)
        .step(LI, "begin-triage")
        .step(LI, "dismiss")
        .step(ZHAO, "reopen")
        .step(LI, "triage-again");
  }

  private static Story watched() {
    return new Story(NANJING).step(LI, "begin-triage").step(LI, "watch").step(LI, "triage-again");
  }

  private static Story explained() {
    return new Story(NANJING)
        .toPrecheck()
        .files(LI, FEEDBACK_FORM)
        .step(ZHAO, "accept-explanation");
  }

  private static Story refunded() {
    return new Story(NANJING)
        .toPrecheck()
        .files(LI, FEEDBACK_FORM)
        .step(LI, "self-refund")
        .posts(Account.VERIFIED, 10)
        .posts(Account.RECOVERED, 10)
        .outcome(Disposition.AGREEMENT)
        .files(LI, CLOSING_APPROVAL)
        .step(ZHAO, "close-refunded");
  }

  private static Story notFiled() {
    return new Story(NANJING)
        .toVerify()
        .files(LI, FILING_APPROVAL)
        .step(LI, "propose-filing")
        .step(ZHAO, "not-file");
  }

  private static Story onSpot() {
    var story = new Story(YINZHOU).toVerify().proposes(300_001).files(LI, ON_SPOT_DECISION);
    assertThat(story.refusedStep(LI, "decide-on-spot")).containsExactly("超过本地区当场处罚上限，或本地区未设上限");
    return story.proposes(300_000).step(LI, "decide-on-spot");
  }

  private static Story returned() {
    return new Story(NANJING).toReview(1).step(SUN, "return-to-investigation");
  }

  private static Story inHearing() {
    return new Story(NANJING)
        .toStatement(1_000_000, Measure.TERMINATE_AGREEMENT)
        .does(LI, new HearingRequested("书面申请"))
        .files(LI, DocumentKind.HEARING_NOTICE)
        .step(SUN, "hold-hearing");
  }

  private static Story heardInHearing(Story story) {
    return story
        .at("2026-03-09T09:00:00")
        .does(SUN, new HearingHeld("公开举行"))
        .files(LI, HEARING_RECORD, HEARING_REPORT, PENALTY_DECISION)
        .files(ZHAO, COLLECTIVE_RECORD)
        .step(ZHAO, "decide");
  }

  private static Story handedOver() {
    return new Story(NANJING)
        .toFiled()
        .files(LI, REFERRAL_LETTER)
        .step(QIAN, "transfer-jurisdiction");
  }

  private static Story suspended() {
    var story =
        new Story(NANJING)
            .toInvestigation()
            .files(LI, CORRECTION_ORDER, INTERVIEW_RECORD, FILE_INDEX, REVERSAL_RECORD)
            .step(ZHAO, "suspend-settlement");
    assertThat(story.refusedStep(QIAN, "retract")).containsExactly("尚在暂停结算");
    return story.step(ZHAO, "lift-suspension");
  }

  private static Story police() {
    var story =
        new Story(NANJING)
            .toInvestigation()
            .files(LI, INVESTIGATION_REPORT)
            .step(LI, "propose-police")
            .step(ZHAO, "refuse-police")
            .step(LI, "propose-police")
            .step(ZHAO, "approve-police");
    assertThat(story.refusedStep(LI, "send-police")).containsExactly("缺《涉嫌犯罪案件移送书》", "缺《涉案物品清单》");
    return story
        .files(LI, POLICE_LETTER, ARTICLES_LIST)
        .step(LI, "send-police")
        .files(LI, POLICE_RECEIPT)
        .step(LI, "police-returned")
        .step(LI, "propose-police")
        .step(ZHAO, "approve-police")
        .step(LI, "send-police")
        .files(LI, POLICE_RECEIPT)
        .step(LI, "police-accepted")
        .files(LI, REFERRAL_LETTER)
        .step(ZHAO, "refer");
  }
}

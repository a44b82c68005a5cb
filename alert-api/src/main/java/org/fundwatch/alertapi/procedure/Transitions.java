package org.fundwatch.alertapi.procedure;

import static org.fundwatch.alertapi.procedure.Condition.*;
import static org.fundwatch.alertapi.procedure.DocumentKind.*;
import static org.fundwatch.alertapi.procedure.Duty.HEAD;
import static org.fundwatch.alertapi.procedure.Duty.LEGAL_REVIEWER;
import static org.fundwatch.alertapi.procedure.Duty.OFFICER;
import static org.fundwatch.alertapi.procedure.State.*;
import static org.fundwatch.alertapi.procedure.Transition.step;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.term.TermKey;

/** All steps. */
public final class Transitions {
  private static final List<Transition> LEAD =
      List.of(
          step("begin-triage", "开始初筛", Set.of(LEAD_NEW), TRIAGE).by(OFFICER, HEAD),
          step("merge", "并案", Set.of(LEAD_NEW, TRIAGE, WATCHLIST, PRECHECK), MERGED)
              .by(OFFICER, HEAD)
              .when(
                  INVOLVED,
                  REASON,
                  TARGET,
                  NOTHING_VERIFIED,
                  Condition.NOT_SUSPENDED,
                  POLICE_SETTLED),
          step("dismiss", "认定不成立", Set.of(TRIAGE), DISMISSED_FP).by(OFFICER, HEAD).when(REASON),
          step("watch", "列入关注", Set.of(TRIAGE), WATCHLIST).by(OFFICER, HEAD).when(REASON),
          step("triage-again", "重新初筛", Set.of(WATCHLIST, REOPENED), TRIAGE).by(OFFICER, HEAD),
          step("precheck", "通知申诉、自查", Set.of(TRIAGE), PRECHECK)
              .by(OFFICER, HEAD)
              .onFile(LEAD_REGISTER),
          step("accept-explanation", "说明了结", Set.of(PRECHECK), EXPLAINED_CLOSED)
              .byOtherHead()
              .onFile(FEEDBACK_FORM)
              .when(REASON),
          step("self-refund", "自查退回", Set.of(PRECHECK), SELF_REFUND)
              .by(OFFICER, HEAD)
              .onFile(FEEDBACK_FORM),
          step("handle-by-agreement", "转协议处理", Set.of(PRECHECK), AGREEMENT_HANDLING)
              .byOtherHead()
              .onFile(FEEDBACK_FORM)
              .when(REASON),
          step("close-refunded", "退回结案", Set.of(SELF_REFUND, AGREEMENT_HANDLING), CLOSED)
              .byOtherHead()
              .fresh(CLOSING_APPROVAL)
              .when(OUTCOME, REFUND_RECORDED, Condition.NOT_SUSPENDED));

  private static final List<Transition> FILING =
      List.of(
          step("verify", "转核查", Set.of(PRECHECK, SELF_REFUND, AGREEMENT_HANDLING, REOPENED), VERIFY)
              .byOtherHead()
              .onFile(VERIFICATION_APPROVAL)
              .when(SELF_CHECK_OVER),
          step("propose-filing", "提请立案", Set.of(VERIFY), FILING_DECISION)
              .byOfficers(TermKey.OFFICERS)
              .onFile(FILING_APPROVAL),
          step("file", "立案", Set.of(FILING_DECISION), FILED).byOtherHead(),
          step("not-file", "不予立案", Set.of(FILING_DECISION), NOT_FILED).byOtherHead().when(REASON),
          step("decide-on-spot", "当场处罚", Set.of(VERIFY), DECISION)
              .byOfficers(TermKey.OFFICERS)
              .fresh(ON_SPOT_DECISION)
              .when(PENALTY_PROPOSED, ON_SPOT, POLICE_SETTLED),
          step("investigate", "开展调查", Set.of(FILED), INVESTIGATION)
              .byOfficers(TermKey.OFFICERS)
              .onFile(INSPECTION_NOTICE, CREDENTIALS_RECORD),
          step("investigate-again", "重新调查", Set.of(REOPENED), INVESTIGATION)
              .byOtherHead()
              .when(WAS_FILED, REASON));

  private static final List<Transition> DECIDING =
      List.of(
          step("submit-review", "送法制审核", Set.of(INVESTIGATION), LEGAL_REVIEW)
              .byOfficers(TermKey.OFFICERS)
              .onFile(INVESTIGATION_REPORT)
              .anyOf(INSPECTION_RECORD, INTERVIEW_RECORD)
              .when(PENALTY_PROPOSED),
          step("return-to-investigation", "退回补充调查", Set.of(LEGAL_REVIEW), INVESTIGATION)
              .by(LEGAL_REVIEWER)
              .when(NOT_OWN, REASON),
          step("pass-review", "审核通过", Set.of(LEGAL_REVIEW), PRE_NOTICE)
              .by(LEGAL_REVIEWER)
              .fresh(LEGAL_OPINION)
              .when(NOT_OWN),
          step("give-notice", "送达事先告知", Set.of(PRE_NOTICE), STATEMENT)
              .byOfficers(TermKey.OFFICERS)
              .fresh(ADVANCE_NOTICE, NOTICE_RECEIPT)
              .when(HEARING_OFFERED),
          step("hold-hearing", "组织听证", Set.of(STATEMENT), HEARING)
              .by(HEAD, LEGAL_REVIEWER)
              .onFile(DocumentKind.HEARING_NOTICE)
              .when(NOT_OWN, HEARING_REQUESTED),
          step("investigate-further", "补充调查", Set.of(PRE_NOTICE, STATEMENT, HEARING), INVESTIGATION)
              .by(HEAD)
              .when(REASON),
          step("decide", "作出决定", Set.of(STATEMENT, HEARING), DECISION)
              .byOtherHead()
              .when(
                  PENALTY_PROPOSED,
                  HEARING_OFFERED,
                  STATEMENT_HEARD,
                  HEARING_SETTLED,
                  COLLECTIVE,
                  DECISION_PAPER,
                  POLICE_SETTLED),
          step("serve", "送达决定", Set.of(DECISION), SERVED)
              .byOfficers(TermKey.OFFICERS)
              .fresh(DECISION_RECEIPT),
          step("execute", "进入执行", Set.of(SERVED), EXECUTION)
              .byOfficers(TermKey.OFFICERS)
              .onFile(PAYMENT_SLIP),
          step("close", "结案", Set.of(SERVED, EXECUTION), CLOSED)
              .byOtherHead()
              .fresh(CLOSING_APPROVAL)
              .when(OUTCOME, MONEY_SETTLED, NO_REMEDY_PENDING, Condition.NOT_SUSPENDED));

  private static final List<Transition> ENDS =
      List.of(
          step(
                  "archive",
                  "归档",
                  Set.of(
                      DISMISSED_FP,
                      EXPLAINED_CLOSED,
                      NOT_FILED,
                      CLOSED,
                      JURISDICTION_TRANSFERRED,
                      RETRACTED),
                  ARCHIVED)
              .by(OFFICER, HEAD)
              .onFile(FILE_INDEX)
              .when(POLICE_SETTLED, Condition.NOT_SUSPENDED, NO_REMEDY_PENDING),
          step(
                  "transfer-jurisdiction",
                  "移送管辖",
                  Set.of(VERIFY, FILING_DECISION, FILED, INVESTIGATION),
                  JURISDICTION_TRANSFERRED)
              .byOtherHead()
              .onFile(REFERRAL_LETTER)
              .when(REASON, TARGET),
          step("retract", "因冲正撤销", retractable(), RETRACTED)
              .byOtherHead()
              .onFile(REVERSAL_RECORD)
              .when(REASON, Condition.NOT_SUSPENDED),
          step("reopen", "重新办理", reopenable(), REOPENED).byOtherHead().when(REASON),
          step(
                  "reopen-revoked",
                  "因决定被撤销重新办理",
                  Set.of(DECISION, SERVED, EXECUTION, CLOSED, ARCHIVED),
                  REOPENED)
              .byOtherHead()
              .when(REVOKED, REASON));

  private static final List<Transition> SIDE =
      List.of(
          step("suspend-settlement", "暂停结算", Set.of(State.NOT_SUSPENDED), SUSPENDED)
              .byOtherHead()
              .onFile(CORRECTION_ORDER)
              .anyOf(INSPECTION_RECORD, INTERVIEW_RECORD)
              .when(REASON, MAIN_OPEN),
          step("lift-suspension", "恢复结算", Set.of(SUSPENDED), State.NOT_SUSPENDED)
              .by(HEAD)
              .when(REASON),
          step("propose-police", "提请移送公安", Set.of(POLICE_NONE, POLICE_RETURNED), POLICE_PROPOSED)
              .byOfficers(TermKey.POLICE_OFFICERS)
              .onFile(INVESTIGATION_REPORT)
              .when(REASON, MAIN_OPEN),
          step("approve-police", "批准移送公安", Set.of(POLICE_PROPOSED), POLICE_APPROVED).byOtherHead(),
          step("refuse-police", "不批准移送公安", Set.of(POLICE_PROPOSED), POLICE_NONE)
              .byOtherHead()
              .when(REASON),
          step("send-police", "移送公安", Set.of(POLICE_APPROVED), POLICE_SENT)
              .byOfficers(TermKey.POLICE_OFFICERS)
              .onFile(POLICE_LETTER, INVESTIGATION_REPORT, ARTICLES_LIST)
              .when(TARGET),
          step("police-accepted", "公安受理", Set.of(POLICE_SENT), POLICE_ACCEPTED)
              .by(OFFICER, HEAD)
              .fresh(POLICE_RECEIPT),
          step("police-returned", "公安退回", Set.of(POLICE_SENT), POLICE_RETURNED)
              .by(OFFICER, HEAD)
              .fresh(POLICE_RECEIPT)
              .when(REASON),
          step("refer", "转送其他部门", Set.of(REFERRAL_NONE, REFERRED), REFERRED)
              .by(HEAD)
              .fresh(REFERRAL_LETTER)
              .when(REASON, TARGET),
          step("reconsideration", "申请复议", remediable(), RECONSIDERATION)
              .by(OFFICER, HEAD)
              .fresh(REMEDY_PAPERS)
              .when(MAIN_DECIDED),
          step("litigation", "提起诉讼", remediable(), LITIGATION)
              .by(OFFICER, HEAD)
              .fresh(REMEDY_PAPERS)
              .when(MAIN_DECIDED),
          step("decision-upheld", "决定维持", Set.of(RECONSIDERATION, LITIGATION), REMEDY_UPHELD)
              .by(OFFICER, HEAD)
              .fresh(REMEDY_PAPERS),
          step("decision-revoked", "决定撤销", Set.of(RECONSIDERATION, LITIGATION), REMEDY_REVOKED)
              .by(OFFICER, HEAD)
              .fresh(REMEDY_PAPERS));

  /** All steps, in the order of the procedure. */
  public static final List<Transition> ALL =
      Stream.of(LEAD, FILING, DECIDING, ENDS, SIDE).flatMap(List::stream).toList();

  private Transitions() {}

  /** A step by its name. */
  public static Optional<Transition> find(String id) {
    return ALL.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  private static Set<State> reopenable() {
    var states = EnumSet.copyOf(State.OVER);
    states.remove(MERGED);
    return states;
  }

  private static Set<State> remediable() {
    return Set.of(REMEDY_NONE, REMEDY_UPHELD, REMEDY_REVOKED);
  }

  /** Before a decision. */
  private static Set<State> retractable() {
    var states = EnumSet.range(LEAD_NEW, HEARING);
    states.removeAll(State.OVER);
    states.add(REOPENED);
    return states;
  }
}

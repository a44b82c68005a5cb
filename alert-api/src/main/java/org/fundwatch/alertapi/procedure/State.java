package org.fundwatch.alertapi.procedure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A state of a track. The machine is ours (proposal), along the lines of the regulations. */
public enum State {
  LEAD_NEW(Track.MAIN, "新线索", "new lead"),
  MERGED(Track.MAIN, "已并案", "merged into another case"),
  TRIAGE(Track.MAIN, "初筛", "triage"),
  DISMISSED_FP(Track.MAIN, "不成立", "dismissed"),
  WATCHLIST(Track.MAIN, "关注", "watched"),
  PRECHECK(Track.MAIN, "申诉、自查", "self-check and objection"),
  EXPLAINED_CLOSED(Track.MAIN, "说明了结", "closed as explained"),
  SELF_REFUND(Track.MAIN, "自查退回", "refunded by the institution itself"),
  AGREEMENT_HANDLING(Track.MAIN, "协议处理", "handled by the agreement"),
  VERIFY(Track.MAIN, "核查", "verification"),
  FILING_DECISION(Track.MAIN, "立案审批", "filing to be decided"),
  NOT_FILED(Track.MAIN, "不予立案", "not filed"),
  FILED(Track.MAIN, "已立案", "filed"),
  INVESTIGATION(Track.MAIN, "调查取证", "investigation"),
  LEGAL_REVIEW(Track.MAIN, "法制审核", "legal review"),
  PRE_NOTICE(Track.MAIN, "事先告知", "notice to be given"),
  STATEMENT(Track.MAIN, "陈述申辩", "statement and defence"),
  HEARING(Track.MAIN, "听证", "hearing"),
  DECISION(Track.MAIN, "已决定", "decided"),
  SERVED(Track.MAIN, "已送达", "served"),
  EXECUTION(Track.MAIN, "执行", "execution"),
  CLOSED(Track.MAIN, "结案", "closed"),
  ARCHIVED(Track.MAIN, "归档", "archived"),
  JURISDICTION_TRANSFERRED(Track.MAIN, "移送管辖", "handed to the competent authority"),
  REOPENED(Track.MAIN, "重新办理", "reopened"),
  RETRACTED(Track.MAIN, "撤销", "retracted, settlements reversed"),

  NOT_SUSPENDED(Track.SUSPENSION, "未暂停结算", "settlement not suspended"),
  SUSPENDED(Track.SUSPENSION, "暂停结算", "settlement suspended"),

  POLICE_NONE(Track.POLICE, "未移送公安", "not with the police"),
  POLICE_PROPOSED(Track.POLICE, "移送公安待批", "transfer to the police proposed"),
  POLICE_APPROVED(Track.POLICE, "移送公安已批", "transfer to the police approved"),
  POLICE_SENT(Track.POLICE, "已移送公安", "transferred to the police"),
  POLICE_ACCEPTED(Track.POLICE, "公安已受理", "accepted by the police"),
  POLICE_RETURNED(Track.POLICE, "公安退回", "returned by the police"),

  REFERRAL_NONE(Track.REFERRAL, "未转送", "not referred"),
  REFERRED(Track.REFERRAL, "已转送", "referred"),

  REMEDY_NONE(Track.REMEDY, "无复议诉讼", "no remedy sought"),
  RECONSIDERATION(Track.REMEDY, "行政复议中", "administrative reconsideration"),
  LITIGATION(Track.REMEDY, "行政诉讼中", "administrative litigation"),
  REMEDY_UPHELD(Track.REMEDY, "决定维持", "decision upheld"),
  REMEDY_REVOKED(Track.REMEDY, "决定撤销", "decision revoked");

  /** Nothing is done any more but for reopening. */
  static final Set<State> ENDED = EnumSet.of(MERGED, ARCHIVED);

  /** The matter is over one way or another. */
  public static final Set<State> OVER =
      Collections.unmodifiableSet(
          EnumSet.of(
              MERGED,
              DISMISSED_FP,
              EXPLAINED_CLOSED,
              NOT_FILED,
              CLOSED,
              ARCHIVED,
              JURISDICTION_TRANSFERRED,
              RETRACTED));

  /** A penalty has been decided. */
  static final Set<State> DECIDED = EnumSet.of(DECISION, SERVED, EXECUTION);

  private final Track track;
  private final String zh;
  private final String en;

  State(Track track, String zh, String en) {
    this.track = track;
    this.zh = zh;
    this.en = en;
  }

  /** The track that it belongs to. */
  public Track track() {
    return track;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The name in English. */
  public String en() {
    return en;
  }
}

package org.fundwatch.alertapi.procedure;

/**
 * A kind of paper in a case file. Names as commonly used; forms differ by place, so they are ours
 * to propose, not official.
 */
public enum DocumentKind {
  LEAD_REGISTER("线索登记表", "register of the lead"),
  REPORT_REGISTER("举报登记表", "register of the report"),
  VERIFICATION_APPROVAL("核查审批表", "approval of verification"),
  FILING_APPROVAL("立案审批表", "approval of filing"),
  INSPECTION_NOTICE("检查通知书", "notice of inspection"),
  CREDENTIALS_RECORD("执法证件记录", "record of officers' credentials"),
  INSPECTION_RECORD("现场检查笔录", "record of inspection"),
  INTERVIEW_RECORD("询问笔录", "record of interview"),
  PRESERVATION_NOTICE("证据先行登记保存通知书", "notice of preserved evidence"),
  MATERIALS_LIST("调取资料清单", "list of materials obtained"),
  SAMPLING_CONFIRMATION("抽样、提数确认书", "confirmation of samples"),
  SUSPICION_LIST("疑点清单", "list of suspicions"),
  FEEDBACK_FORM("情况反馈、确认表", "feedback of the institution"),
  EXPERT_OPINION("专家评审意见", "expert opinion"),
  INVESTIGATION_REPORT("案件调查报告", "report of investigation"),
  LEGAL_OPINION("法制审核意见", "opinion of the legal review"),
  COLLECTIVE_RECORD("集体讨论记录", "record of the collective discussion"),
  ADVANCE_NOTICE("行政处罚事先告知书", "advance notice of the penalty"),
  HEARING_OFFER("听证告知书", "notice of the right to a hearing"),
  NOTICE_RECEIPT("送达回证（告知）", "receipt of the advance notice"),
  STATEMENT_RECORD("陈述申辩笔录", "record of statement and defence"),
  HEARING_NOTICE("听证通知书", "invitation to the hearing"),
  HEARING_RECORD("听证笔录", "record of the hearing"),
  HEARING_REPORT("听证报告", "report of the hearing"),
  PENALTY_DECISION("行政处罚决定书", "decision on the penalty"),
  NO_PENALTY_DECISION("不予处罚决定书", "decision not to penalise"),
  ON_SPOT_DECISION("当场处罚决定书", "decision on the spot"),
  CORRECTION_ORDER("责令改正通知书", "order to correct"),
  DECISION_RECEIPT("送达回证（决定）", "receipt of the decision"),
  PAYMENT_SLIP("缴款书", "payment slip"),
  REMINDER("催告书", "reminder"),
  ENFORCEMENT_APPLICATION("强制执行申请书", "application for enforcement"),
  CLOSING_APPROVAL("结案审批表", "approval of closing"),
  FILE_INDEX("卷宗目录", "index of the file"),
  POLICE_LETTER("涉嫌犯罪案件移送书", "letter of transfer to the police"),
  ARTICLES_LIST("涉案物品清单", "list of articles involved"),
  POLICE_RECEIPT("移送回执", "answer of the police"),
  REFERRAL_LETTER("移送函", "letter of referral"),
  REMEDY_PAPERS("复议、诉讼文书", "papers of reconsideration or litigation"),
  REVERSAL_RECORD("结算冲正记录", "record of reversed settlements"),
  POINTS_NOTICE("记分告知书", "notice of points"),
  REWARD_APPROVAL("举报奖励审批表", "approval of a reward"),
  REWARD_NOTICE("领取奖励通知", "notice of a reward"),
  OTHER("其他材料", "other paper");

  private final String zh;
  private final String en;

  DocumentKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
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

package org.fundwatch.alertapi.alert;

/**
 * What became of an alert: the label that rules and models learn from. The list is ours (proposal),
 * its classes follow the articles of the regulation that they name.
 */
public enum Disposition {
  UNFOUNDED(TriageState.DISMISSED, "不成立"),
  REASONABLE(TriageState.DISMISSED, "合理"),
  DATA_PROBLEM(TriageState.DISMISSED, "数据问题"),
  AGREEMENT(TriageState.CONFIRMED, "协议处理"),
  VIOLATION_38(TriageState.CONFIRMED, "违规-38"),
  VIOLATION_39(TriageState.CONFIRMED, "违规-39"),
  FRAUD_40(TriageState.CONFIRMED, "骗保-40"),
  PERSON_41(TriageState.CONFIRMED, "个人-41"),
  TRANSFER(TriageState.CONFIRMED, "移送");

  private final TriageState state;
  private final String zh;

  Disposition(TriageState state, String zh) {
    this.state = state;
    this.zh = zh;
  }

  /** The state that this disposition belongs to. */
  public TriageState state() {
    return state;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }
}

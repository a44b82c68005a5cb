package org.fundwatch.alertapi.alert;

/**
 * What became of an alert: the label that rules and models learn from. The list is ours (proposal),
 * its classes follow the articles of the regulation that they name.
 */
public enum Disposition {
  UNFOUNDED(TriageState.DISMISSED, Verdict.WRONG, "不成立"),
  REASONABLE(TriageState.DISMISSED, Verdict.WRONG, "合理"),
  DATA_PROBLEM(TriageState.DISMISSED, Verdict.NONE, "数据问题"),
  AGREEMENT(TriageState.CONFIRMED, Verdict.RIGHT, "协议处理"),
  VIOLATION_38(TriageState.CONFIRMED, Verdict.RIGHT, "违规-38"),
  VIOLATION_39(TriageState.CONFIRMED, Verdict.RIGHT, "违规-39"),
  FRAUD_40(TriageState.CONFIRMED, Verdict.RIGHT, "骗保-40"),
  PERSON_41(TriageState.CONFIRMED, Verdict.RIGHT, "个人-41"),
  TRANSFER(TriageState.CONFIRMED, Verdict.RIGHT, "移送");

  /** What a disposition says of the rules and models that raised the alert. */
  public enum Verdict {
    /** What they said held. */
    RIGHT,
    /** It did not, or is no fault: nothing is to be had from such alerts. */
    WRONG,
    /** Nothing: what they were told was wrong, which is for the data gates. */
    NONE
  }

  private final TriageState state;
  private final Verdict verdict;
  private final String zh;

  Disposition(TriageState state, Verdict verdict, String zh) {
    this.state = state;
    this.verdict = verdict;
    this.zh = zh;
  }

  /** The state that this disposition belongs to. */
  public TriageState state() {
    return state;
  }

  /** What it says of who raised the alert. */
  public Verdict verdict() {
    return verdict;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }
}

package org.fundwatch.alertapi.alert;

/** Where people are with an alert. */
public enum TriageState {
  /** 待处理: nobody has it. */
  NEW("待处理"),
  /** 处理中: somebody is looking. */
  ASSIGNED("处理中"),
  /** 已暂缓: to be looked at again on a certain day. */
  SNOOZED("已暂缓"),
  /** 已抑制: what it says was put aside for a while, for its subject and by its rules. */
  SUPPRESSED("已抑制"),
  /** 已确认: it holds, as far as the desk can see. */
  CONFIRMED("已确认"),
  /** 已排除: it does not hold. */
  DISMISSED("已排除");

  private final String zh;

  TriageState(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** True once somebody has decided. */
  public boolean decided() {
    return this == CONFIRMED || this == DISMISSED;
  }

  /** True for what is not to be looked at now: lists leave it out unless it is asked for. */
  public boolean closed() {
    return this == SNOOZED || this == SUPPRESSED || this == DISMISSED;
  }
}

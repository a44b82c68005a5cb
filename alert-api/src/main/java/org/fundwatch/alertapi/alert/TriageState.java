package org.fundwatch.alertapi.alert;

/** Where people are with an alert. */
public enum TriageState {
  /** 待处理: nobody has it. */
  NEW("待处理"),
  /** 处理中: somebody is looking. */
  ASSIGNED("处理中"),
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
}

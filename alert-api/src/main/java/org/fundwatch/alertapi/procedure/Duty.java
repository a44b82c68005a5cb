package org.fundwatch.alertapi.procedure;

/** What somebody does in the procedure. */
public enum Duty {
  OFFICER("办案人员", "officer"),
  HEAD("负责人", "head"),
  LEGAL_REVIEWER("法制审核员", "legal reviewer");

  private final String zh;
  private final String en;

  Duty(String zh, String en) {
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

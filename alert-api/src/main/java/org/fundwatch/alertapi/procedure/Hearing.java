package org.fundwatch.alertapi.procedure;

/** How far the hearing is in this round of a case. */
public enum Hearing {
  NONE("未申请听证"),
  REQUESTED("已申请听证"),
  WAIVED("放弃听证"),
  HELD("已听证");

  private final String zh;

  Hearing(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }
}

package org.fundwatch.alertapi.fund;

/** How serious an indicator is, the worst last. The colours are ours (proposal). */
public enum FundGrade {
  NORMAL("正常"),
  YELLOW("黄色预警"),
  ORANGE("橙色预警"),
  RED("红色预警");

  private final String zh;

  FundGrade(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }
}

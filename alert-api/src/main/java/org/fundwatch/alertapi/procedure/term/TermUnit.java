package org.fundwatch.alertapi.procedure.term;

/** What a value counts. */
public enum TermUnit {
  WORKING_DAYS("个工作日", "working days"),
  DAYS("日", "days"),
  MONTHS("个月", "months"),
  HOURS("小时", "hours"),
  FEN("分", "fen"),
  COUNT("", "");

  private final String zh;
  private final String en;

  TermUnit(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name for people, in Chinese; empty for a plain number. */
  public String zh() {
    return zh;
  }

  /** The name in English; empty for a plain number. */
  public String en() {
    return en;
  }

  /** Time that can be stopped and go on. */
  boolean isTime() {
    return this == WORKING_DAYS || this == DAYS || this == HOURS;
  }
}

package org.fundwatch.alertapi.procedure.term;

import java.util.Arrays;
import java.util.Optional;

/** What can be configured by region and date. */
public enum TermKey {
  PRECHECK("precheck", "申诉、自查期限"),
  VERIFY("verify", "核查期限"),
  VERIFY_EXTENSION("verify.extension", "核查延长"),
  CASE("case", "办案期限"),
  CASE_EXTENSION("case.extension", "办案延长"),
  STATEMENT("statement", "陈述申辩、申请听证期限"),
  HEARING_NOTICE("hearing.notice", "听证通知提前"),
  SERVICE("service", "送达期限"),
  PAYMENT("payment", "缴款期限"),
  RECONSIDERATION("reconsideration", "申请复议期限"),
  LITIGATION("litigation", "起诉期限"),
  WARNING("warning", "期限届满提前提醒"),
  POLICE_DECISION("police.decision", "移送公安决定期限"),
  POLICE_TRANSFER("police.transfer", "移送公安期限"),
  POLICE_ANSWER("police.answer", "公安答复期限"),
  OFFICERS("officers", "办案人员至少"),
  POLICE_OFFICERS("police.officers", "移送公安时办案人员至少"),
  HEARING_FINE_PERSON("hearing.fine.person", "个人罚款听证标准"),
  HEARING_FINE_ORGANISATION("hearing.fine.organisation", "单位罚款听证标准"),
  ON_SPOT_FINE_PERSON("on-spot.fine.person", "个人当场处罚上限"),
  ON_SPOT_FINE_ORGANISATION("on-spot.fine.organisation", "单位当场处罚上限"),
  POINTS_MOST("points.most", "一次记分上限");

  private final String text;
  private final String zh;

  TermKey(String text, String zh) {
    this.text = text;
    this.zh = zh;
  }

  /** The name in a table. */
  public String text() {
    return text;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  static Optional<TermKey> parse(String text) {
    return Arrays.stream(values()).filter(key -> key.text.equals(text)).findFirst();
  }

  boolean allows(TermUnit unit) {
    if (text.contains("fine")) {
      return unit == TermUnit.FEN;
    }
    if (this == OFFICERS || this == POLICE_OFFICERS || this == POINTS_MOST) {
      return unit == TermUnit.COUNT;
    }
    if (this == RECONSIDERATION || this == LITIGATION) {
      return unit == TermUnit.DAYS || unit == TermUnit.MONTHS;
    }
    boolean wholeDays = this == HEARING_NOTICE || this == WARNING;
    return wholeDays ? unit == TermUnit.DAYS : unit.isTime();
  }
}

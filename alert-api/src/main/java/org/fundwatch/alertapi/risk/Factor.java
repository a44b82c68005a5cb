package org.fundwatch.alertapi.risk;

/** What the risk of an institution is made of. */
public enum Factor {
  SUSPECTED("待核实金额×置信度", "fen", "sum of amount x confidence of the alerts nobody has decided"),
  CONFIRMED("已确认金额", "fen", "sum of the amounts of confirmed alerts"),
  POINTS("医师本年记分", "points", "approved points of this year for what happened there"),
  CREDIT("信用扣分", "points", "deductions that count today in its own credit record"),
  GROWTH(
      "涉嫌金额增幅",
      "percent",
      "(recent - before) / before x 100, amounts of the last 90 days against the 90 before;"
          + " 0 when it falls or there was nothing before");

  private final String zh;
  private final String unit;
  private final String formula;

  Factor(String zh, String unit, String formula) {
    this.zh = zh;
    this.unit = unit;
    this.formula = formula;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What its values count. */
  public String unit() {
    return unit;
  }

  /** How a value is made. */
  public String formula() {
    return formula;
  }
}

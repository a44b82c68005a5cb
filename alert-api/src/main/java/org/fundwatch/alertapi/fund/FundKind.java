package org.fundwatch.alertapi.fund;

/** Which fund of a region; their money is never mixed. */
public enum FundKind {
  EMPLOYEE("职工医保统筹基金"),
  RESIDENT("居民医保基金");

  private final String zh;

  FundKind(String zh) {
    this.zh = zh;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }
}

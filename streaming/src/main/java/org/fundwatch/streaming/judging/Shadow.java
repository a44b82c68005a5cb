package org.fundwatch.streaming.judging;

import org.fundwatch.domain.finding.Finding;
import org.fundwatch.rules.RuleSet;

/**
 * Findings of rules on trial. Desks keep them and take them back like any other, so that they are
 * counted rightly; they end here and never reach an alert. One whose rule is promoted is raised
 * then, and one whose rule goes back on trial is withdrawn.
 */
public final class Shadow {

  private Shadow() {}

  /** True for a finding of a rule on trial. */
  public static boolean is(Finding finding) {
    return finding.rule().ruleSet().startsWith(RuleSet.SHADOW);
  }
}

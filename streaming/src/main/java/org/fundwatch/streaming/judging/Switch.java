package org.fundwatch.streaming.judging;

import org.fundwatch.domain.finding.Cause;

/**
 * A change of rules, which changes findings as an event does.
 *
 * @param ruleSet version of the rules that judge from now on
 * @param atMillis when they were published, 0 for those that came with a release
 */
public record Switch(String ruleSet, long atMillis) {

  /** What the lineage of an alert names. */
  public Cause cause() {
    return new Cause(ruleSet, "rule-set", atMillis);
  }
}

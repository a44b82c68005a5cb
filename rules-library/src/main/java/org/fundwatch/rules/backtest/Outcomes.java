package org.fundwatch.rules.backtest;

import org.fundwatch.domain.finding.Finding;

/** What came out when findings were looked into. */
@FunctionalInterface
public interface Outcomes {

  /** Nothing is known. */
  Outcomes NONE = (alert, finding) -> Verdict.UNKNOWN;

  /**
   * What is known of a finding.
   *
   * @param alert id of its alert
   */
  Verdict of(String alert, Finding finding);

  /** What an inspection came to. */
  enum Verdict {
    CONFIRMED,
    REJECTED,
    UNKNOWN
  }
}

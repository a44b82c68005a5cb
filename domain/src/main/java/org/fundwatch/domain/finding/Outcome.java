package org.fundwatch.domain.finding;

/**
 * How sure a rule can be, as the national framework grades its rules. Ordered from weak to strong.
 */
public enum Outcome {
  /** 统计: raises the weight of an inspection draw, never accuses. */
  STATISTIC,
  /** 可疑: a lead that a person must look at. */
  SUSPICION,
  /** 违规: contradicts a written rule as far as the settlement shows. */
  VIOLATION
}

package org.fundwatch.models.features;

/** How a feature is held against the stays of the same group and hospital level. */
enum Comparison {
  /** Not at all. */
  NONE,
  /** Distance from the peers' median in robust standard deviations. */
  PLAIN,
  /** The same of the logarithm, for amounts and durations, which are skewed. */
  LOG
}

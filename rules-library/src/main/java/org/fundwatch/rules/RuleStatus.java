package org.fundwatch.rules;

/** Where a rule is in its life. Ids are never reused: a rule is deprecated, not deleted. */
public enum RuleStatus {
  /** Being written: compiled and tested, not judged. */
  DRAFT,
  /** Evaluated and counted, kept from alerting until its precision is known. */
  SHADOW,
  /** Judges. */
  ACTIVE,
  /** Judges no longer; names its successor. */
  DEPRECATED
}

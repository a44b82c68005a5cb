package org.fundwatch.alertapi.alert;

/** What somebody finds who looks again at a decision that was made with many others. */
public enum Recheck {
  /** The decision stands. */
  AGREED,
  /** It does not: the alert is open again. */
  DISAGREED
}

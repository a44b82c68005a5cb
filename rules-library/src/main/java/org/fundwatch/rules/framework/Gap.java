package org.fundwatch.rules.framework;

/**
 * Why a rule cannot be computed from settlements. Both texts are empty where it can.
 *
 * @param needed the source that would be needed
 * @param why what settlements do not tell
 */
public record Gap(String needed, String why) {

  /** True where a source is missing. */
  public boolean isThere() {
    return !needed.isEmpty();
  }
}

package org.fundwatch.domain.finding;

/**
 * A desk's statement that a finding now holds, or holds no longer.
 *
 * @param finding the finding; where it is withdrawn, as it was last stated
 * @param withdrawn true when it holds no longer
 * @param cause the event that changed it
 */
public record FindingChange(Finding finding, boolean withdrawn, Cause cause) {}

package org.fundwatch.alertapi.priority;

import org.fundwatch.domain.finding.Outcome;

/**
 * Within how many days an alert wants a decision: one row of the table.
 *
 * @param region beginning of an administrative division code, empty for everywhere
 * @param outcome how sure the strongest finding is
 * @param days calendar days after the day on which the alert was raised, 1 or more
 * @param provenance where the number comes from
 * @param source in words
 */
public record Deadline(
    String region, Outcome outcome, int days, Provenance provenance, String source) {

  public Deadline {
    if (days < 1) {
      throw new IllegalArgumentException("days: %d; allowed are 1 and more".formatted(days));
    }
  }
}

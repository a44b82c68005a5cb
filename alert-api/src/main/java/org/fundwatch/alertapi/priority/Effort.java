package org.fundwatch.alertapi.priority;

import org.fundwatch.domain.finding.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * How long it is expected to take to decide about a finding: one row of the table.
 *
 * @param region beginning of an administrative division code, empty for everywhere
 * @param family rule family, or the first part of one, empty for all
 * @param subject what the alert is about, null for anything
 * @param minutes of work, 1 or more
 * @param provenance where the number comes from
 * @param source in words
 */
public record Effort(
    String region,
    String family,
    @Nullable SubjectKind subject,
    int minutes,
    Provenance provenance,
    String source) {

  public Effort {
    if (minutes < 1) {
      throw new IllegalArgumentException("minutes: %d; allowed are 1 and more".formatted(minutes));
    }
  }

  boolean covers(String place, String ruleFamily, SubjectKind kind) {
    return place.startsWith(region)
        && (family.isEmpty() || ruleFamily.equals(family) || ruleFamily.startsWith(family + '/'))
        && (subject == null || subject == kind);
  }
}

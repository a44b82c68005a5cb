package org.fundwatch.alertapi.priority;

/**
 * How much what a rule or model states of itself counts against what people decided: one row of the
 * table.
 *
 * @param family rule family, or the first part of one, empty for all
 * @param decided so many decided alerts, 1 or more
 * @param provenance where the number comes from
 * @param source in words
 */
public record Weight(String family, int decided, Provenance provenance, String source) {

  public Weight {
    if (decided < 1) {
      throw new IllegalArgumentException("decided: %d; allowed are 1 and more".formatted(decided));
    }
  }

  boolean covers(String ruleFamily) {
    return family.isEmpty() || ruleFamily.equals(family) || ruleFamily.startsWith(family + '/');
  }
}

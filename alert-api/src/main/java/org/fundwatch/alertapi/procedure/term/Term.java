package org.fundwatch.alertapi.procedure.term;

import java.time.LocalDate;

/**
 * A duration or threshold that holds in a region from day to day.
 *
 * @param region prefix of the administrative division, empty for the nation
 * @param from first day
 * @param to last day
 * @param value above 0
 * @param source article or document
 */
public record Term(
    TermKey key,
    String region,
    LocalDate from,
    LocalDate to,
    long value,
    TermUnit unit,
    Provenance provenance,
    String source) {

  boolean holds(String where, LocalDate when) {
    return where.startsWith(region) && !when.isBefore(from) && !when.isAfter(to);
  }
}

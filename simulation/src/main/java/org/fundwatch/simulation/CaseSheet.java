package org.fundwatch.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A case to be played.
 *
 * @param ordinal from 0, over all cases
 * @param kind the fraud, or the fraud that it resembles
 * @param form how the fraud is done, null for a look-alike
 * @param lookAlike which look-alike, null for a fraud
 * @param person index of the person it happens to
 * @param firstLoan number of the first loan of a card; every loan of the run has its own number
 */
record CaseSheet(
    int ordinal,
    FraudKind kind,
    @Nullable Form form,
    @Nullable LookAlike lookAlike,
    int person,
    int firstLoan) {

  String id() {
    return (form == null ? "L" : "F") + Population.digits(ordinal, 7);
  }
}

package org.fundwatch.simulation;

/** The frauds that are simulated. */
public enum FraudKind {
  /** One course of treatment paid as two stays. */
  SPLIT_ADMISSION(.008),
  /** A stay coded graver than it was. */
  UPCODING(.04),
  /** Healthy people admitted for check-ups. */
  LOW_THRESHOLD(.03),
  /** The same service charged under two items. */
  DUPLICATE_CHARGE(.015),
  /** More of a drug fetched than anyone can take. */
  OVER_SUPPLY(.02),
  /** The same pack sold twice. */
  DUPLICATE_TRACE_CODE(.02),
  /** One person in two beds. */
  OVERLAPPING_STAYS(.002),
  /** Days charged that nobody spent, or on which nothing was done. */
  PHANTOM_DAYS(.006),
  /** Items that a person of this sex cannot have needed. */
  SEX_IMPOSSIBLE(.005),
  /** Items that a person of this age cannot have needed. */
  AGE_IMPOSSIBLE(.005),
  /** The card used elsewhere while its owner is in hospital. */
  VISIT_DURING_STAY(.005),
  /** More of an item in a day than a day can hold. */
  TOO_FREQUENT(.01),
  /** A doctor who signs more visits than a day can hold. */
  DOCTOR_DAY(.002),
  /** A pharmacy that swipes collected cards at night. */
  NIGHT_BURST(.002);

  private final double rate;

  FraudKind(double rate) {
    this.rate = rate;
  }

  /** Cases for each stay of the simulated time at a fraud scale of 1 (our proposal). */
  public double rate() {
    return rate;
  }
}

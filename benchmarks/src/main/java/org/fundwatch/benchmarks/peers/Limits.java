package org.fundwatch.benchmarks.peers;

/** The values of the three rules, the same in every engine. */
final class Limits {

  /** A visit that costs more is an alert. */
  static final long TOTAL_FEN = 300_000;

  /** Days within which the same diagnosis at the same hospital is an alert. */
  static final int AGAIN_DAYS = 14;

  /** Days within which visits are counted. */
  static final int OFTEN_DAYS = 30;

  /** So many visits, this one among them, are an alert. */
  static final int OFTEN_VISITS = 15;

  private Limits() {}
}

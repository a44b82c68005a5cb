package org.fundwatch.alertapi.precision;

/**
 * What became of the alerts of a rule or model; see {@link
 * org.fundwatch.alertapi.alert.Disposition.Verdict}.
 *
 * @param confirmed they held
 * @param dismissed they did not
 * @param withoutVerdict decided, but it says nothing of the rule
 */
record Decided(long confirmed, long dismissed, long withoutVerdict) {
  static final Decided NONE = new Decided(0, 0, 0);

  Decided plus(Decided other) {
    return new Decided(
        confirmed + other.confirmed,
        dismissed + other.dismissed,
        withoutVerdict + other.withoutVerdict);
  }
}

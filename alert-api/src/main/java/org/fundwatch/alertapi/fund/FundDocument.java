package org.fundwatch.alertapi.fund;

/**
 * A fund of a region as it is found by search.
 *
 * @param month the last that was filed, such as {@code 2026-05}
 * @param sequence of the last entry
 */
record FundDocument(String id, String region, FundKind fund, String month, int sequence) {

  static FundDocument of(Series series) {
    return new FundDocument(
        Series.stream(series.region(), series.fund()).id(),
        series.region(),
        series.fund(),
        series.months().lastKey().toString(),
        series.sequence());
  }
}

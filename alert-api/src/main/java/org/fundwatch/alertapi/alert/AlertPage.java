package org.fundwatch.alertapi.alert;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param items the alerts
 * @param total how many there are on all pages
 * @param facets for each faceted filter its most frequent values
 * @param nextCursor for the next page, absent on the last
 */
public record AlertPage(
    List<AlertSummary> items,
    long total,
    Map<String, List<FacetValue>> facets,
    @Nullable String nextCursor) {

  public AlertPage {
    items = List.copyOf(items);
    facets = Collections.unmodifiableMap(facets);
  }

  /**
   * How often a value occurs.
   *
   * @param value to filter by
   * @param label for people, empty where the value speaks for itself
   * @param count alerts that have it, under all other filters
   */
  public record FacetValue(String value, String label, long count) {}
}

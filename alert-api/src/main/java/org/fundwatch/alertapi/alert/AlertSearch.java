package org.fundwatch.alertapi.alert;

import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of alerts. Thread-safe. */
@Component
public final class AlertSearch {
  private final Pager pager;
  private final Indices indices;
  private final AlertCounts counts;

  AlertSearch(Pager pager, Indices indices, AlertCounts counts) {
    this.pager = pager;
    this.indices = indices;
    this.counts = counts;
  }

  /**
   * A page of the alerts that a caller sees.
   *
   * @throws org.fundwatch.alertapi.search.CursorException when the cursor cannot be followed
   */
  public AlertPage list(
      AlertQuery query,
      AlertOrder order,
      boolean ascending,
      int size,
      @Nullable String cursor,
      Caller caller) {
    var scope = caller.regionFilter("alert.region");
    var page =
        pager.read(
            "alerts %s %s %s of %s".formatted(query, order, ascending, caller.reach()),
            indices.alias(Indices.Name.ALERTS),
            cursor,
            size,
            AlertDocument.class,
            request -> AlertRequests.entries(request, query, scope, order, ascending));
    var items = page.items().stream().map(AlertSummary::of).toList();
    var counted = counts.of(query, scope);
    return new AlertPage(items, counted.total(), counted.facets(), page.nextCursor());
  }
}

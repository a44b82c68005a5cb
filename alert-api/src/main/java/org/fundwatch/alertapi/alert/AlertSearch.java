package org.fundwatch.alertapi.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.AlertPage.FacetValue;
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

  AlertSearch(Pager pager, Indices indices) {
    this.pager = pager;
    this.indices = indices;
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
            request -> AlertRequests.list(request, query, scope, order, ascending));
    var items = page.items().stream().map(AlertSummary::of).toList();
    var total = Objects.requireNonNull(page.response().hits().total()).value();
    return new AlertPage(items, total, facets(page), page.nextCursor());
  }

  private static Map<String, List<FacetValue>> facets(Pager.Page<AlertDocument> page) {
    var facets = new LinkedHashMap<String, List<FacetValue>>();
    for (var facet : Facet.values()) {
      var name = AlertRequests.name(facet);
      var values = Objects.requireNonNull(page.response().aggregations().get(name)).filter();
      var buckets = Objects.requireNonNull(values.aggregations().get("values")).sterms().buckets();
      var counts = new LinkedHashMap<String, FacetValue>();
      for (var bucket : buckets.array()) {
        var label = Label.parse(bucket.key().stringValue());
        // A name that has changed over time is still one value.
        counts.merge(
            label.code(),
            new FacetValue(label.code(), label.name(), bucket.docCount()),
            (a, b) -> new FacetValue(a.value(), a.label(), a.count() + b.count()));
      }
      counts.remove("");
      facets.put(name, new ArrayList<>(counts.values()));
    }
    return facets;
  }
}

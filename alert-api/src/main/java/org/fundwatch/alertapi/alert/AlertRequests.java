package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Search requests for lists of alerts. */
final class AlertRequests {
  private static final int FACET_VALUES = 20;

  private AlertRequests() {}

  /** What no list shows: payloads are read one at a time. */
  static final List<String> HIDDEN = List.of("alert.payload", "alert.sentences", "triage.events");

  /**
   * Adds query, order and source filter. Nothing is counted: the node can stop at the page's last
   * entry.
   *
   * @param scope what the reader may see
   */
  static void entries(
      SearchRequest.Builder request,
      AlertQuery query,
      Query scope,
      AlertOrder order,
      boolean ascending) {
    var filters = AlertFilters.all(query);
    filters.add(scope);
    request
        .query(AlertFilters.and(filters))
        .sort(sort(order.field(), ascending), sort("alert.id", true))
        .source(source -> source.filter(filter -> filter.excludes(HIDDEN)))
        .trackTotalHits(track -> track.enabled(false));
  }

  /**
   * Total and facets. A facet's own filter does not narrow its counts: that is how one sees what
   * else could be chosen.
   */
  static SearchRequest counts(String index, AlertQuery query, Query scope) {
    var filters = new ArrayList<>(AlertFilters.unfaceted(query));
    filters.add(scope);
    var request =
        new SearchRequest.Builder()
            .index(index)
            .size(0)
            .query(AlertFilters.and(filters))
            .postFilter(AlertFilters.and(AlertFilters.faceted(query, facet -> true)))
            .trackTotalHits(track -> track.enabled(true));
    for (var facet : Facet.values()) {
      request.aggregations(name(facet), facet(query, facet));
    }
    return request.build();
  }

  static String name(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  private static Aggregation facet(AlertQuery query, Facet facet) {
    var others = AlertFilters.and(AlertFilters.faceted(query, other -> other != facet));
    return Aggregation.of(
        a ->
            a.filter(others)
                .aggregations(
                    "values",
                    values ->
                        values.terms(terms -> terms.field(facet.countField()).size(FACET_VALUES))));
  }

  static SortOptions sort(String field, boolean ascending) {
    var order = ascending ? SortOrder.Asc : SortOrder.Desc;
    return SortOptions.of(sort -> sort.field(FieldSort.of(f -> f.field(field).order(order))));
  }
}

package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.AlertPage.FacetValue;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/**
 * Totals and facets of lists. Counting costs by what is counted, unlike reading a page: what took
 * long is kept for a while, so that it never takes more than a small part of the node's time.
 * Thread-safe.
 */
@Component
class AlertCounts {
  private static final int MOST_KEPT = 1_000;
  private static final Duration QUICK = Duration.ofMillis(100);
  private static final int KEPT_PER_COST = 20;

  private final SearchNode node;
  private final Indices indices;
  private final Kept<Key, Counts> kept = new Kept<>(MOST_KEPT, QUICK, KEPT_PER_COST);

  AlertCounts(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * How many there are.
   *
   * @param total on all pages
   * @param facets for each faceted filter its most frequent values
   */
  record Counts(long total, Map<String, List<FacetValue>> facets) {}

  private record Key(AlertQuery query, String scope) {}

  Counts of(AlertQuery query, Query scope) {
    return kept.get(new Key(query, scope.toString()), () -> count(query, scope));
  }

  private Counts count(AlertQuery query, Query scope) {
    var response =
        node.search(
            AlertRequests.counts(indices.alias(Indices.Name.ALERTS), query, scope), Void.class);
    return new Counts(Objects.requireNonNull(response.hits().total()).value(), facets(response));
  }

  private static Map<String, List<FacetValue>> facets(SearchResponse<Void> response) {
    var facets = new LinkedHashMap<String, List<FacetValue>>();
    for (var facet : Facet.values()) {
      var name = AlertRequests.name(facet);
      var values = Objects.requireNonNull(response.aggregations().get(name)).filter();
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

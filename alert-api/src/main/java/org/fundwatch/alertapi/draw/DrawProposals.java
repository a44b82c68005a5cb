package org.fundwatch.alertapi.draw;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.springframework.stereotype.Component;

/**
 * Proposes weights for a draw: 1 for having open alerts at all, up to 10 more by their priority
 * against the highest of the region. The scale is ours (proposal), a lead may change every weight.
 */
@Component
final class DrawProposals {
  private static final int MOST = 1000;
  private static final long STEPS = 10;

  private final SearchNode node;
  private final Indices indices;

  DrawProposals(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * An institution with a weight, and why.
   *
   * @param code {@code fixmedins_code}
   * @param weight 1 to 11
   * @param alerts open ones
   * @param priorityFen the sum of their priorities
   */
  record Proposed(String code, long weight, long alerts, long priorityFen) {}

  /** The institutions of a region that have open alerts, the heaviest first, 1,000 at most. */
  List<Proposed> of(String region, Caller caller) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .size(0)
                    .query(
                        q ->
                            q.bool(
                                bool ->
                                    bool.filter(
                                        caller.regionFilter("alert.region"),
                                        Regions.parse(List.of(region)).filter("alert.region"),
                                        term("alert.status", "OPEN"))))
                    .aggregations(
                        "institutions",
                        values ->
                            values
                                .terms(
                                    terms ->
                                        terms
                                            .field("alert.institution")
                                            .size(MOST)
                                            .order(NamedValue.of("priority", SortOrder.Desc)))
                                .aggregations(
                                    "priority", sum -> sum.sum(f -> f.field("alert.priority")))));
    var answer = node.search(request, Void.class);
    var buckets =
        Objects.requireNonNull(answer.aggregations().get("institutions"))
            .sterms()
            .buckets()
            .array();
    var sums =
        buckets.stream()
            .map(
                bucket ->
                    new Proposed(
                        bucket.key().stringValue(),
                        0,
                        bucket.docCount(),
                        Math.round(
                            Objects.requireNonNull(bucket.aggregations().get("priority"))
                                .sum()
                                .value())))
            .filter(proposed -> !proposed.code().isEmpty())
            .toList();
    long highest = sums.stream().mapToLong(Proposed::priorityFen).max().orElse(0);
    return sums.stream()
        .map(
            sum ->
                new Proposed(
                    sum.code(),
                    weight(sum.priorityFen(), highest),
                    sum.alerts(),
                    sum.priorityFen()))
        .toList();
  }

  static long weight(long priority, long highest) {
    return highest <= 0 ? 1 : 1 + Math.floorDiv(Math.multiplyExact(STEPS, priority), highest);
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }
}

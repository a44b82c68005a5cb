package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.springframework.stereotype.Component;

/** Finds alerts to do something about, without what only a reader needs. Thread-safe. */
@Component
public final class Candidates {
  /** What is read of an alert to decide whether something may be done about it. */
  static final List<String> BRIEF =
      List.of(
          "alert.id",
          "alert.version",
          "alert.status",
          "alert.region",
          "alert.amountFen",
          "alert.effortMinutes",
          "alert.rules",
          "alert.ruleLabels",
          "alert.families",
          "triage");

  private static final List<SortOptions> ORDER =
      List.of(
          AlertRequests.sort(AlertOrder.PRIORITY.field(), false),
          AlertRequests.sort("alert.id", true));

  private final SearchNode node;
  private final Indices indices;

  Candidates(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * Alerts of a query, those of the highest priority first.
   *
   * @param more what must hold as well
   * @param most at most so many, 1 to 10,000
   */
  public List<AlertDocument> find(AlertQuery query, Caller caller, int most, Query... more) {
    return find(filters(query, caller.reach(), more), most);
  }

  /** What holds for alerts of a query in regions, and what must hold as well. */
  public static List<Query> filters(AlertQuery query, Regions regions, Query... more) {
    var filters = AlertFilters.all(query);
    filters.add(regions.filter("alert.region"));
    filters.addAll(List.of(more));
    return filters;
  }

  /** Answers several questions at once, in order; see {@link #find(List, int)}. */
  public List<List<AlertDocument>> findAll(List<List<Query>> questions, int most) {
    var bodies =
        questions.stream()
            .map(
                filters ->
                    MultisearchBody.of(
                        body ->
                            body.query(AlertFilters.and(new ArrayList<>(filters)))
                                .sort(ORDER)
                                .source(source -> source.filter(brief -> brief.includes(BRIEF)))
                                .trackTotalHits(track -> track.enabled(false))
                                .size(most)))
            .toList();
    return node.searchAll(indices.alias(Indices.Name.ALERTS), bodies, AlertDocument.class).stream()
        .map(answer -> documents(answer.hits()))
        .toList();
  }

  /** Alerts for which all of the queries hold; see {@link #find}. */
  public List<AlertDocument> find(List<Query> filters, int most) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .query(AlertFilters.and(new ArrayList<>(filters)))
                    .sort(ORDER)
                    .source(source -> source.filter(filter -> filter.includes(BRIEF)))
                    .trackTotalHits(track -> track.enabled(false))
                    .size(most));
    return documents(node.search(request, AlertDocument.class).hits());
  }

  private static List<AlertDocument> documents(HitsMetadata<AlertDocument> hits) {
    return hits.hits().stream().map(Hit::source).map(Objects::requireNonNull).toList();
  }
}

package org.fundwatch.alertapi.feed;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/**
 * Reads the indices in the order in which they were written. Each has one shard, so its numbers are
 * one row; what is read has been refreshed, so a page that asks for it finds it. Thread-safe.
 */
@Component
class ChangeReader {
  private static final String NUMBER = "_seq_no";

  private final SearchNode node;
  private final Indices indices;

  ChangeReader(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /** A document as it is after a write, and where that write stands. */
  record Read(Source source, JsonNode document, Place place) {}

  /** Where a source ends now. */
  Place end(Source source) {
    var alias = indices.alias(source.index());
    var last =
        node.search(
            SearchRequest.of(
                search ->
                    search
                        .index(alias)
                        .size(1)
                        .source(config -> config.fetch(false))
                        .sort(sort -> sort.field(f -> f.field(NUMBER).order(SortOrder.Desc)))),
            ObjectNode.class);
    return last.hits().hits().stream()
        .findFirst()
        .map(ChangeReader::place)
        // Nothing was ever written: whatever comes is new.
        .orElseGet(() -> new Place(alias, -1));
  }

  /**
   * Documents written after a place, in order; one that was written again since comes once, in its
   * last place.
   *
   * @param only what may be read, by the source's fields
   * @param most at most so many
   */
  List<Read> after(Source source, Place place, Query only, int most) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(source.index()))
                    .size(most)
                    .source(config -> config.filter(f -> f.includes(source.fields())))
                    .query(q -> q.bool(bool -> bool.filter(only, since(place))))
                    .sort(sort -> sort.field(f -> f.field(NUMBER).order(SortOrder.Asc))));
    return node.search(request, ObjectNode.class).hits().hits().stream()
        .map(hit -> new Read(source, Objects.requireNonNull(hit.source()), place(hit)))
        .toList();
  }

  private static Query since(Place place) {
    return Query.of(
        q -> q.range(range -> range.untyped(n -> n.field(NUMBER).gt(JsonData.of(place.number())))));
  }

  private static Place place(Hit<?> hit) {
    return new Place(Objects.requireNonNull(hit.index()), hit.sort().get(0).longValue());
  }
}

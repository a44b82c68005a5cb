package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Goes through all documents of an index at one point in time, however many. Thread-safe. */
@Component
public final class Scan {
  private static final Time LIFE = Time.of(time -> time.time("5m"));
  private static final int PAGE = 1_000;

  private final SearchNode node;

  Scan(SearchNode node) {
    this.node = node;
  }

  /**
   * Hands over each document that was written before.
   *
   * @param order fields that together are unique
   */
  public <T> void each(
      String index, Query query, List<String> order, Class<T> type, Consumer<T> documents) {
    pages(
        index,
        request -> {
          request.query(query);
          order.forEach(name -> request.sort(sort -> sort.field(field -> field.field(name))));
        },
        type,
        page -> page.forEach(hit -> documents.accept(Objects.requireNonNull(hit.source()))));
  }

  /** Hands over pages of what a request finds, which must bring its order along. */
  <T> void pages(
      String index,
      Consumer<SearchRequest.Builder> build,
      Class<T> type,
      Consumer<List<Hit<T>>> pages) {
    node.refresh(index);
    var pit = node.call(es -> es.openPointInTime(open -> open.index(index).keepAlive(LIFE))).id();
    try {
      List<FieldValue> after = List.of();
      while (true) {
        var request = new SearchRequest.Builder();
        build.accept(request);
        request.pit(point -> point.id(pit).keepAlive(LIFE)).size(PAGE);
        if (!after.isEmpty()) {
          request.searchAfter(after);
        }
        var hits = node.search(request.build(), type).hits().hits();
        if (hits.isEmpty()) {
          return;
        }
        pages.accept(hits);
        after = hits.get(hits.size() - 1).sort();
      }
    } finally {
      node.call(es -> es.closePointInTime(close -> close.id(pit)));
    }
  }
}

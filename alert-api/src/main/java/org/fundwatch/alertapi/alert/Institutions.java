package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Objects;
import java.util.Optional;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** What alerts tell about institutions. Thread-safe. */
@Component
public final class Institutions {
  private final SearchNode node;
  private final Indices indices;

  Institutions(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /** The administrative division of an institution, by its last alert; empty where it has none. */
  public Optional<String> region(String institution) {
    var last =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .query(q -> q.term(term -> term.field("alert.institution").value(institution)))
                    .sort(sort -> sort.field(f -> f.field("alert.changedAt").order(SortOrder.Desc)))
                    .source(source -> source.filter(filter -> filter.includes("alert.region")))
                    .size(1));
    return node.search(last, Where.class).hits().hits().stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .map(where -> where.alert().region())
        .filter(region -> !region.isEmpty())
        .findFirst();
  }

  private record Where(Place alert) {}

  private record Place(String region) {}
}

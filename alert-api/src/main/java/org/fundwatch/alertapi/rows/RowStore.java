package org.fundwatch.alertapi.rows;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fundwatch.alertapi.rows.RowPage.Missing;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.row.SettlementRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The settlement rows that alerts point at. Thread-safe. */
@Component
public final class RowStore {
  private static final String SETTLEMENT = "settlementId";
  private static final String ENCOUNTER = "encounterId";

  /** Rows of long stays are hundreds of kilobytes. */
  private static final int AT_ONCE = 100;

  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;

  RowStore(SearchNode node, Indices indices, Pager pager) {
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /**
   * A page of the rows that an alert points at, by time.
   *
   * @param shown what is shown of a row
   */
  RowPage page(
      Alert alert, int size, @Nullable String cursor, Function<RowDocument, SettlementRow> shown) {
    var pointers = Pointers.of(alert);
    var settlements = pointers.settlements();
    var encounters = pointers.encounters();
    if (settlements.isEmpty() && encounters.isEmpty()) {
      return new RowPage(List.of(), 0, List.of(), null);
    }
    var page =
        pager.read(
            "rows of %s %d".formatted(alert.id(), alert.version()),
            index(),
            cursor,
            size,
            RowDocument.class,
            request ->
                request
                    .query(named(settlements, encounters))
                    .sort(sort -> sort.field(field -> field.field("settledAt")))
                    .sort(sort -> sort.field(field -> field.field(SETTLEMENT)))
                    .trackTotalHits(track -> track.enabled(true))
                    .aggregations(SETTLEMENT, those(SETTLEMENT, settlements))
                    .aggregations(ENCOUNTER, those(ENCOUNTER, encounters)));
    var missing = new ArrayList<Missing>();
    var response = page.response();
    for (var kind : List.of(Evidence.Kind.SETTLEMENT, Evidence.Kind.ENCOUNTER)) {
      boolean ofSettlements = kind == Evidence.Kind.SETTLEMENT;
      var left = new TreeSet<>(ofSettlements ? settlements : encounters);
      Objects.requireNonNull(response.aggregations().get(ofSettlements ? SETTLEMENT : ENCOUNTER))
          .sterms()
          .buckets()
          .array()
          .forEach(bucket -> left.remove(bucket.key().stringValue()));
      left.forEach(id -> missing.add(new Missing(kind, id)));
    }
    return new RowPage(
        page.items().stream()
            .map(document -> ShownRow.of(shown.apply(document), pointers))
            .toList(),
        Objects.requireNonNull(response.hits().total()).value(),
        missing,
        page.nextCursor());
  }

  /** Hands over all rows that an alert points at, however many, by settlement. */
  public void each(Alert alert, Consumer<RowDocument> rows) {
    var pointers = Pointers.of(alert);
    var query = named(pointers.settlements(), pointers.encounters());
    List<FieldValue> after = List.of();
    while (true) {
      var request =
          new SearchRequest.Builder()
              .index(index())
              .query(query)
              .sort(sort -> sort.field(field -> field.field(SETTLEMENT)))
              .size(AT_ONCE);
      if (!after.isEmpty()) {
        request.searchAfter(after);
      }
      var hits = node.search(request.build(), RowDocument.class).hits().hits();
      hits.forEach(hit -> rows.accept(Objects.requireNonNull(hit.source())));
      if (hits.size() < AT_ONCE) {
        return;
      }
      // What is indexed meanwhile neither repeats a settlement nor hides one that was there.
      after = hits.get(AT_ONCE - 1).sort();
    }
  }

  private String index() {
    return indices.alias(Indices.Name.SETTLEMENT_ROWS);
  }

  private static Query named(Set<String> settlements, Set<String> encounters) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.filter(
                        filter ->
                            filter.bool(
                                any ->
                                    any.should(anyOf(SETTLEMENT, settlements))
                                        .should(anyOf(ENCOUNTER, encounters))
                                        .minimumShouldMatch("1")))));
  }

  private static Query anyOf(String field, Collection<String> ids) {
    var values = ids.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(terms -> terms.field(field).terms(in -> in.value(values))));
  }

  /** Counts those of some ids that are there. */
  private static Aggregation those(String field, Set<String> ids) {
    return Aggregation.of(
        aggregation ->
            aggregation.terms(
                terms ->
                    terms
                        .field(field)
                        .include(include -> include.terms(List.copyOf(ids)))
                        .size(Math.max(1, ids.size()))));
  }
}

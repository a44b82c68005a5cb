package org.fundwatch.alertapi.audit;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.journal.EntryDocument;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Indices.Name;
import org.fundwatch.alertapi.search.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of all kinds of streams, the last first. Thread-safe. */
@Component
final class AuditSearch {
  private final Pager pager;
  private final Indices indices;

  AuditSearch(Pager pager, Indices indices) {
    this.pager = pager;
    this.indices = indices;
  }

  Pager.Page<EntryDocument> list(AuditQuery query, int size, @Nullable String cursor) {
    return pager.read(
        "audit " + query,
        everywhere(),
        cursor,
        size,
        EntryDocument.class,
        search ->
            search
                .query(q -> q.bool(bool -> bool.filter(filters(query))))
                .sort(sort -> sort.field(f -> f.field("at").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("kind")))
                .sort(sort -> sort.field(f -> f.field("stream")))
                .sort(sort -> sort.field(f -> f.field("sequence").order(SortOrder.Desc))));
  }

  private String everywhere() {
    return Stream.of(
            Name.CASE_EVENTS,
            Name.ALERT_EVENTS,
            Name.REPORT_EVENTS,
            Name.USER_EVENTS,
            Name.DESK_EVENTS)
        .map(indices::alias)
        .collect(Collectors.joining(","));
  }

  private static List<Query> filters(AuditQuery query) {
    var filters = new ArrayList<Query>();
    addTerm(filters, "by", query.by());
    addTerm(filters, "kind", query.kind() == null ? null : query.kind().name());
    addTerm(filters, "stream", query.stream());
    var types = query.type();
    if (types != null && !types.isEmpty()) {
      var values = types.stream().map(FieldValue::of).toList();
      filters.add(
          Query.of(q -> q.terms(any -> any.field("type").terms(list -> list.value(values)))));
    }
    var from = query.from();
    if (from != null) {
      filters.add(
          Query.of(q -> q.range(r -> r.untyped(at -> at.field("at").gte(JsonData.of(from))))));
    }
    var to = query.to();
    if (to != null) {
      filters.add(Query.of(q -> q.range(r -> r.untyped(at -> at.field("at").lt(JsonData.of(to))))));
    }
    return filters;
  }

  private static void addTerm(List<Query> filters, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      filters.add(Query.of(q -> q.term(term -> term.field(field).value(value))));
    }
  }
}

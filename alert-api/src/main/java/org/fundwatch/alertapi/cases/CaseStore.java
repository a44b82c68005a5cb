package org.fundwatch.alertapi.cases;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Indices.Name;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events of cases, and the list of cases that is derived from them. Thread-safe. */
@Component
class CaseStore {
  /** Events of one case that are read at once; far above what people do to a case by hand. */
  private static final int MOST_EVENTS = 10_000;

  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;

  CaseStore(SearchNode node, Indices indices, Pager pager) {
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /** The events of a case in order, none for an unknown case. */
  List<CaseEvent> events(String caseId) {
    return search(
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Name.CASE_EVENTS))
                    .query(term("caseId", caseId))
                    .sort(sort -> sort.field(f -> f.field("sequence").order(SortOrder.Asc)))
                    .size(MOST_EVENTS)));
  }

  /** The event that a request with this key has made, if there was one. */
  Optional<CaseEvent> byRequestKey(String key) {
    return search(
            SearchRequest.of(
                search ->
                    search
                        .index(indices.alias(Name.CASE_EVENTS))
                        .query(term("requestKey", key))
                        .size(1)))
        .stream()
        .findFirst();
  }

  /** The last case number that begins so, empty for none. */
  Optional<String> lastId(String prefix) {
    return search(
            SearchRequest.of(
                search ->
                    search
                        .index(indices.alias(Name.CASE_EVENTS))
                        .query(q -> q.prefix(p -> p.field("caseId").value(prefix)))
                        .sort(sort -> sort.field(f -> f.field("caseId").order(SortOrder.Desc)))
                        .size(1)))
        .stream()
        .map(CaseEvent::caseId)
        .findFirst();
  }

  /** Adds an event, unless its number is taken; false then. */
  boolean addIfFree(CaseEvent event) {
    try {
      node.create(indices.alias(Name.CASE_EVENTS), event.id(), event);
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  /** Brings the list of cases up to date with a case. */
  void project(CaseFile file) {
    node.putProjection(indices.alias(Name.CASES), file.id(), file, file.sequence());
  }

  /** A page of cases, the last changed first. */
  Pager.Page<CaseFile> list(int size, @Nullable String cursor) {
    return pager.read(
        "cases",
        indices.alias(Name.CASES),
        cursor,
        size,
        CaseFile.class,
        search ->
            search
                .sort(sort -> sort.field(f -> f.field("changedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc))));
  }

  private List<CaseEvent> search(SearchRequest request) {
    return node.search(request, CaseEvent.class).hits().hits().stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}

package org.fundwatch.alertapi.precision;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertParts;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.priority.Figures;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/**
 * Appraises alerts again whose priority reckons with an earlier figure than the one that holds. It
 * writes two fields of the machine's part, and only while the alert is still as it was read;
 * whoever comes in between makes it be found again. Nothing is noted anywhere: which alerts are
 * left can be told from the alerts. Thread-safe.
 */
@Component
class Reappraisal {
  private static final int AT_ONCE = 500;
  private static final List<String> READ = List.of("alert.payload");

  private final SearchNode node;
  private final Indices indices;
  private final AlertParts parts;

  Reappraisal(SearchNode node, Indices indices, AlertParts parts) {
    this.node = node;
    this.indices = indices;
    this.parts = parts;
  }

  /**
   * Appraises some of those that are left again, undecided ones of the highest priority first.
   *
   * @return how many were found; 0 when none is left
   */
  int some(Figures figures) {
    if (figures.byRule().isEmpty()) {
      return 0;
    }
    var index = indices.alias(Indices.Name.ALERTS);
    var found = node.search(request(index, figures), Kept.class).hits().hits();
    if (found.isEmpty()) {
      return 0;
    }
    var operations = found.stream().map(this::operation).toList();
    // Refused ones are found again.
    node.bulk(BulkRequest.of(bulk -> bulk.operations(operations)));
    node.makeVisible(index);
    return found.size();
  }

  private BulkOperation operation(Hit<Kept> hit) {
    var payload = Objects.requireNonNull(hit.source()).alert().payload();
    var appraisal = parts.appraise(AlertStore.payload(payload));
    var changed =
        Map.of("priority", appraisal.priority().fenPerHour(), "measured", appraisal.closing());
    return BulkOperation.of(
        operation ->
            operation.update(
                update ->
                    update
                        .index(hit.index())
                        .id(hit.id())
                        .ifSeqNo(hit.seqNo())
                        .ifPrimaryTerm(hit.primaryTerm())
                        .action(action -> action.doc(Map.of(AlertDocument.ALERT, changed)))));
  }

  private static SearchRequest request(String index, Figures figures) {
    return SearchRequest.of(
        search ->
            search
                .index(index)
                .query(outdated(figures))
                // Undecided ones have none.
                .sort(sort -> sort.field(f -> f.field("triage.disposition").order(SortOrder.Asc)))
                .sort(sort -> sort.field(f -> f.field("alert.priority").order(SortOrder.Desc)))
                .source(source -> source.filter(filter -> filter.includes(READ)))
                .seqNoPrimaryTerm(true)
                .trackTotalHits(track -> track.enabled(false))
                .size(AT_ONCE));
  }

  /** For each closing that brought a figure that holds: its rules, and no appraisal since. */
  private static Query outdated(Figures figures) {
    var byClosing =
        figures.byRule().values().stream()
            .collect(
                Collectors.groupingBy(
                    Figure::closing,
                    TreeMap::new,
                    Collectors.mapping(
                        figure -> FieldValue.of(figure.rule()), Collectors.toList())));
    return Query.of(
        q ->
            q.bool(
                any -> {
                  byClosing.forEach((closing, rules) -> any.should(before(closing, rules)));
                  return any.minimumShouldMatch("1");
                }));
  }

  private static Query before(int closing, List<FieldValue> rules) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.filter(
                            f -> f.terms(t -> t.field("alert.rules").terms(v -> v.value(rules))))
                        .mustNot(
                            not ->
                                not.range(
                                    range ->
                                        range.untyped(
                                            n ->
                                                n.field("alert.measured")
                                                    .gte(JsonData.of(closing)))))));
  }

  /** As much of a stored alert as it takes to appraise it. */
  private record Kept(Machine alert) {}

  private record Machine(String payload) {}
}

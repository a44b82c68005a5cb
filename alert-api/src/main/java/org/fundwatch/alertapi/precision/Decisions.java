package org.fundwatch.alertapi.precision;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Component;

/**
 * Counts what people decided, by rule and model, as it stands: what was undone, reopened or
 * overturned by a second look is no decision. The search node counts, exactly: the index has one
 * shard, and all rules are asked for. Thread-safe.
 */
@Component
final class Decisions {
  /** More than there are rules and models. */
  private static final int RULES = 5_000;

  private static final String JUDGED = "triage.judged";

  private final SearchNode node;
  private final Indices indices;

  Decisions(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * The counts of the whole installation, by rule.
   *
   * <p>An alert that later facts took back counts for nobody: it is as if it had never been. So
   * does one whose data is known to be broken.
   */
  Map<String, Decided> count() {
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
                                    bool.filter(term("alert.status", AlertStatus.OPEN.name()))
                                        .mustNot(term("triage.disposition", ""))))
                    .aggregations("judged", byRule(JUDGED))
                    .aggregations(
                        "earlier",
                        // Decisions that were indexed before the rules were noted with them.
                        earlier ->
                            earlier
                                .filter(
                                    q ->
                                        q.bool(
                                            bool ->
                                                bool.mustNot(
                                                    not -> not.exists(e -> e.field(JUDGED)))))
                                .aggregations("rules", byRule("alert.rules"))));
    var answer = node.search(request, Void.class).aggregations();
    var counts = new TreeMap<String, Decided>();
    add(counts, answer, "judged");
    add(counts, Objects.requireNonNull(answer.get("earlier")).filter().aggregations(), "rules");
    return counts;
  }

  private static void add(Map<String, Decided> counts, Map<String, Aggregate> answer, String name) {
    for (var rule : Objects.requireNonNull(answer.get(name)).sterms().buckets().array()) {
      var decided = Decided.NONE;
      for (var bucket :
          Objects.requireNonNull(rule.aggregations().get("dispositions"))
              .sterms()
              .buckets()
              .array()) {
        decided = decided.plus(decided(bucket.key().stringValue(), bucket.docCount()));
      }
      counts.merge(rule.key().stringValue(), decided, Decided::plus);
    }
  }

  private static Decided decided(String disposition, long count) {
    return switch (Disposition.valueOf(disposition).verdict()) {
      case RIGHT -> new Decided(count, 0, 0);
      case WRONG -> new Decided(0, count, 0);
      case NONE -> new Decided(0, 0, count);
    };
  }

  private static Aggregation byRule(String field) {
    return Aggregation.of(
        a ->
            a.terms(t -> t.field(field).size(RULES))
                .aggregations(
                    "dispositions",
                    dispositions ->
                        dispositions.terms(
                            t -> t.field("triage.disposition").size(Disposition.values().length))));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}

package org.fundwatch.alertapi.suppression;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Counts what suppressions do. Thread-safe. */
@Component
class SuppressionCounts {
  private static final int DISPOSITIONS = 50;

  private final SearchNode node;
  private final Indices indices;

  SuppressionCounts(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * What a suppression does.
   *
   * @param putAside alerts that it holds back now
   * @param samples alerts that it has let through
   * @param decided of these, by disposition; those confirmed are what it misses
   */
  record Counts(long putAside, long samples, Map<String, Long> decided) {}

  Counts of(String id) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .size(0)
                    .query(SuppressionQueries.term("triage.suppression", id))
                    .aggregations(
                        "putAside",
                        aside ->
                            aside.filter(SuppressionQueries.term("triage.state", "SUPPRESSED")))
                    .aggregations(
                        "samples",
                        samples ->
                            samples
                                .filter(SuppressionQueries.term("triage.sample", "true"))
                                .aggregations(
                                    "decided",
                                    decided ->
                                        decided.terms(
                                            t ->
                                                t.field("triage.disposition")
                                                    .size(DISPOSITIONS)))));
    var counted = node.search(request, Void.class).aggregations();
    var samples = Objects.requireNonNull(counted.get("samples")).filter();
    var decided = new TreeMap<String, Long>();
    for (var bucket :
        Objects.requireNonNull(samples.aggregations().get("decided")).sterms().buckets().array()) {
      decided.put(bucket.key().stringValue(), bucket.docCount());
    }
    decided.remove("");
    return new Counts(
        Objects.requireNonNull(counted.get("putAside")).filter().docCount(),
        samples.docCount(),
        decided);
  }
}

package org.fundwatch.alertapi.indexing;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.rows.RowDocument;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes settlement rows by their places on the topic. Places of a topic that was made anew begin
 * at 0 again: what comes from it is newer than all that came from the one before.
 */
@Component
final class RowWriter extends GuardedWriter<RowDocument, RowWriter.KnownRow> {
  private final Indices indices;

  RowWriter(SearchNode node, Indices indices) {
    super(node, KnownRow.class, List.of("topic", "partition", "offset"));
    this.indices = indices;
  }

  @Override
  String index() {
    return indices.alias(Indices.Name.SETTLEMENT_ROWS);
  }

  @Override
  boolean isStale(RowDocument row, KnownRow stored) {
    return stored.topic().equals(row.topic())
        && stored.partition() == row.partition()
        && stored.offset() >= row.offset();
  }

  @Override
  List<BulkOperation> operations(
      Map<String, RowDocument> left, Map<String, Stored<KnownRow>> stored) {
    return left.values().stream()
        .map(row -> operation(row, stored.get(row.settlementId())))
        .toList();
  }

  private BulkOperation operation(RowDocument row, @Nullable Stored<KnownRow> stored) {
    if (stored == null) {
      return BulkOperation.of(
          operation ->
              operation.create(
                  create ->
                      create
                          .index(index())
                          .requireAlias(true)
                          .id(row.settlementId())
                          .document(row)));
    }
    return BulkOperation.of(
        operation ->
            operation.index(
                put ->
                    put.index(stored.index())
                        .id(row.settlementId())
                        .ifSeqNo(stored.seqNo())
                        .ifPrimaryTerm(stored.primaryTerm())
                        .document(row)));
  }

  /** As much of a stored row as it takes to compare places. */
  record KnownRow(String topic, int partition, long offset) {}
}

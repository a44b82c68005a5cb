package org.fundwatch.alertapi.indexing;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertPart;
import org.fundwatch.alertapi.alert.AlertParts;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Triage;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the machine's part of alerts by their versions; the people's part is left alone. */
@Component
final class AlertWriter extends GuardedWriter<Alert, AlertWriter.KnownAlert> {
  private final Indices indices;
  private final Journal journal;
  private final AlertParts parts;

  AlertWriter(SearchNode node, Indices indices, Journal journal, AlertParts parts) {
    super(node, KnownAlert.class, List.of("alert.version"));
    this.indices = indices;
    this.journal = journal;
    this.parts = parts;
  }

  @Override
  String index() {
    return indices.alias(Indices.Name.ALERTS);
  }

  @Override
  boolean isStale(Alert alert, KnownAlert stored) {
    return stored.alert().version() >= alert.version();
  }

  @Override
  List<BulkOperation> operations(Map<String, Alert> left, Map<String, Stored<KnownAlert>> stored) {
    var fresh = left.keySet().stream().filter(id -> !stored.containsKey(id)).toList();
    // People have done nothing about an alert that is new, unless the index was lost.
    var known = journal.readAll(Kind.ALERT, fresh);
    return left.values().stream()
        .map(
            alert ->
                operation(
                    parts.of(alert),
                    stored.get(alert.id()),
                    known.getOrDefault(AlertStore.stream(alert.id()), List.of())))
        .toList();
  }

  private BulkOperation operation(
      AlertPart part, @Nullable Stored<KnownAlert> stored, List<Entry> entries) {
    if (stored == null) {
      var document = new AlertDocument(part, Triage.of(entries).withoutEvents());
      return BulkOperation.of(
          operation ->
              operation.create(
                  create ->
                      create.index(index()).requireAlias(true).id(part.id()).document(document)));
    }
    return BulkOperation.of(
        operation ->
            operation.update(
                update ->
                    update
                        .index(stored.index())
                        .id(part.id())
                        .ifSeqNo(stored.seqNo())
                        .ifPrimaryTerm(stored.primaryTerm())
                        .action(action -> action.doc(Map.of(AlertDocument.ALERT, part)))));
  }

  /** As much of a stored alert as it takes to compare versions. */
  record KnownAlert(Version alert) {
    record Version(int version) {}
  }
}

package org.fundwatch.alertapi.indexing;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the machine's part of alerts. An alert that is there already is only ever replaced by a
 * later version, and only while it is still the one that was compared with; the people's part is
 * left alone.
 */
@Component
class AlertWriter {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);
  private static final List<String> VERSION = List.of("alert.version");
  private static final long MOVING_NANOS = Duration.ofMillis(20).toNanos();
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final SearchNode node;
  private final Indices indices;
  private final Journal journal;
  private final AlertParts parts;

  AlertWriter(SearchNode node, Indices indices, Journal journal, AlertParts parts) {
    this.node = node;
    this.indices = indices;
    this.journal = journal;
    this.parts = parts;
  }

  private String index() {
    return indices.alias(Indices.Name.ALERTS);
  }

  /**
   * Writes a batch; may be repeated after a failure.
   *
   * @param alerts by id
   * @throws SearchUnavailableException when the node does not take all of it now
   */
  Written write(Map<String, Alert> alerts) {
    var written = new Written();
    var left = new LinkedHashMap<>(alerts);
    while (!left.isEmpty()) {
      var stored = node.getAll(index(), left.keySet(), KnownAlert.class, VERSION);
      left.values().removeIf(alert -> written.isStale(alert, stored.get(alert.id())));
      if (!left.isEmpty()) {
        settle(left, stored, written);
      }
    }
    return written;
  }

  /** Leaves those that somebody else wrote meanwhile: they are compared again. */
  private void settle(
      Map<String, Alert> left, Map<String, Stored<KnownAlert>> stored, Written written) {
    var fresh = left.keySet().stream().filter(id -> !stored.containsKey(id)).toList();
    // People have done nothing about an alert that is new, unless the index was lost.
    var known = journal.readAll(Kind.ALERT, fresh);
    var operations =
        left.values().stream()
            .map(
                alert ->
                    operation(
                        parts.of(alert),
                        stored.get(alert.id()),
                        known.getOrDefault(AlertStore.stream(alert.id()), List.of())))
            .toList();
    var answer = node.bulk(BulkRequest.of(bulk -> bulk.operations(operations)));
    var refused = new ArrayList<BulkResponseItem>();
    for (var item : answer.items()) {
      if (item.status() == CONFLICT) {
        continue;
      }
      if (SearchNode.isMoving(item)) {
        LockSupport.parkNanos(MOVING_NANOS);
        continue;
      }
      var id = String.valueOf(item.id());
      if (item.error() == null) {
        written.count(stored.containsKey(id));
        left.remove(id);
      } else if (item.status() == TOO_MANY || item.status() >= 500) {
        refused.add(item);
      } else {
        written.rejected++;
        left.remove(id);
        LOG.error("alert {}: refused by the search node ({})", id, item.error().type());
      }
    }
    if (!refused.isEmpty()) {
      throw new SearchUnavailableException(
          "search node: %d of %d alerts not taken".formatted(refused.size(), operations.size()),
          null);
    }
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

  /** What became of a batch. */
  static final class Written {
    private int created;
    private int updated;
    private int stale;
    private int rejected;

    int created() {
      return created;
    }

    int updated() {
      return updated;
    }

    int stale() {
      return stale;
    }

    int rejected() {
      return rejected;
    }

    private void count(boolean existed) {
      if (existed) {
        updated++;
      } else {
        created++;
      }
    }

    private boolean isStale(Alert alert, @Nullable Stored<KnownAlert> stored) {
      boolean is = stored != null && stored.source().alert().version() >= alert.version();
      if (is) {
        stale++;
      }
      return is;
    }
  }
}

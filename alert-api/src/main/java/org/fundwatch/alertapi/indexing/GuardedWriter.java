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
import org.fundwatch.alertapi.indexing.Cargo.Tally;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.search.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents that something newer may have replaced already: what is there is only ever
 * replaced by what is newer, and only while it is still the one that was compared with.
 *
 * @param <T> what is written
 * @param <K> as much of a stored document as it takes to compare
 */
abstract class GuardedWriter<T, K> {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedWriter.class);
  private static final long MOVING_NANOS = Duration.ofMillis(20).toNanos();
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final SearchNode node;
  private final Class<K> known;
  private final List<String> fields;

  /**
   * @param fields of a stored document that {@code known} is read from
   */
  GuardedWriter(SearchNode node, Class<K> known, List<String> fields) {
    this.node = node;
    this.known = known;
    this.fields = List.copyOf(fields);
  }

  /** The alias to write to. */
  abstract String index();

  /** True when what is there is as new as this, or newer. */
  abstract boolean isStale(T item, K stored);

  /** Writes of all that is left, each on condition that what is stored stays as it is. */
  abstract List<BulkOperation> operations(Map<String, T> left, Map<String, Stored<K>> stored);

  /**
   * Writes a batch; may be repeated after a failure.
   *
   * @param items by id
   * @throws SearchUnavailableException when the node does not take all of it now
   */
  final Tally write(Map<String, T> items) {
    var tally = new Tally(0, 0, 0, 0);
    var left = new LinkedHashMap<>(items);
    while (!left.isEmpty()) {
      var stored = node.getAll(index(), left.keySet(), known, fields);
      int before = left.size();
      left.entrySet().removeIf(one -> isStale(one.getValue(), stored.get(one.getKey())));
      tally = tally.plus(new Tally(0, 0, before - left.size(), 0));
      if (!left.isEmpty()) {
        tally = tally.plus(settle(left, stored));
      }
    }
    return tally;
  }

  private boolean isStale(T item, @Nullable Stored<K> stored) {
    return stored != null && isStale(item, stored.source());
  }

  /** Leaves those that somebody else wrote meanwhile: they are compared again. */
  private Tally settle(Map<String, T> left, Map<String, Stored<K>> stored) {
    var operations = operations(left, stored);
    var answer = node.bulk(BulkRequest.of(bulk -> bulk.operations(operations)));
    var refused = new ArrayList<BulkResponseItem>();
    int created = 0;
    int updated = 0;
    int rejected = 0;
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
        left.remove(id);
        if (stored.containsKey(id)) {
          updated++;
        } else {
          created++;
        }
      } else if (item.status() == TOO_MANY || item.status() >= 500) {
        refused.add(item);
      } else {
        rejected++;
        left.remove(id);
        LOG.error("{} {}: refused by the search node ({})", index(), id, item.error().type());
      }
    }
    if (!refused.isEmpty()) {
      throw new SearchUnavailableException(
          "search node: %d of %d documents not taken".formatted(refused.size(), operations.size()),
          null);
    }
    return new Tally(created, updated, 0, rejected);
  }
}

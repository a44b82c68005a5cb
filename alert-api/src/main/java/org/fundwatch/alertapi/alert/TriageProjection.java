package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.search.Stored;
import org.springframework.stereotype.Component;

/**
 * Keeps the people's part of stored alerts. An alert that is not there is left out: who indexes it
 * asks the journal. Thread-safe.
 */
@Component
final class TriageProjection implements Projection {
  private static final List<String> REVISION = List.of("triage.revision");
  private static final int AT_ONCE = 500;
  private static final int CONFLICT = 409;
  private static final long MOVING_NANOS = Duration.ofMillis(20).toNanos();

  private final SearchNode node;
  private final Indices indices;

  TriageProjection(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  @Override
  public Kind kind() {
    return Kind.ALERT;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    projectAll(Map.of(stream, entries));
  }

  @Override
  public void projectAll(Map<StreamId, List<Entry>> streams) {
    var some = new LinkedHashMap<String, Triage>();
    streams.forEach(
        (stream, entries) -> {
          some.put(stream.id(), Triage.of(entries).withoutEvents());
          if (some.size() == AT_ONCE) {
            store(some);
            some.clear();
          }
        });
    store(some);
  }

  /** Writes until nobody has come in between. */
  private void store(Map<String, Triage> triages) {
    var left = new LinkedHashMap<>(triages);
    while (!left.isEmpty()) {
      var known = node.getAll(index(), left.keySet(), Known.class, REVISION);
      left.entrySet()
          .removeIf(
              triage -> {
                var there = known.get(triage.getKey());
                return there == null
                    || there.source().triage().revision() >= triage.getValue().revision();
              });
      if (!left.isEmpty()) {
        left.keySet().removeAll(written(left, known.values()));
      }
    }
    if (!triages.isEmpty()) {
      // Also where the relay was first: whoever asks for a list now has to see it.
      node.makeVisible(index());
    }
  }

  private List<String> written(Map<String, Triage> triages, Collection<Stored<Known>> known) {
    var operations =
        known.stream()
            .filter(stored -> triages.containsKey(stored.id()))
            .map(
                stored ->
                    BulkOperation.of(
                        operation ->
                            operation.update(
                                update ->
                                    update
                                        .index(stored.index())
                                        .id(stored.id())
                                        .ifSeqNo(stored.seqNo())
                                        .ifPrimaryTerm(stored.primaryTerm())
                                        .action(
                                            action ->
                                                action.doc(
                                                    Map.of(
                                                        AlertDocument.TRIAGE,
                                                        triages.get(stored.id())))))))
            .toList();
    var written = new ArrayList<String>();
    var request = BulkRequest.of(bulk -> bulk.operations(operations));
    for (var item : node.bulk(request).items()) {
      if (item.error() == null) {
        written.add(String.valueOf(item.id()));
      } else if (SearchNode.isMoving(item)) {
        LockSupport.parkNanos(MOVING_NANOS);
      } else if (item.status() != CONFLICT) {
        throw new SearchUnavailableException("search node: status " + item.status(), null);
      }
    }
    return written;
  }

  private String index() {
    return indices.alias(Indices.Name.ALERTS);
  }

  /** As much of a stored alert as it takes to compare revisions. */
  record Known(Revision triage) {
    record Revision(int revision) {}
  }
}

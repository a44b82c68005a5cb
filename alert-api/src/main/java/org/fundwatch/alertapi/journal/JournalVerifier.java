package org.fundwatch.alertapi.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.fundwatch.alertapi.journal.StreamCheck.End;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks all streams of a kind, or one, against themselves, their heads and their topic.
 * Thread-safe.
 */
@Component
final class JournalVerifier {
  private static final int AT_ONCE = 500;
  private static final int MOST_SHOWN = 100;
  private static final int MOST_AGAIN = 1_000;
  private static final int TIMES = 3;

  private final EntryScan scan;
  private final EntryStore store;
  private final TopicReader topics;
  private final SearchNode node;
  private final Indices indices;
  private final StreamCheck check;

  JournalVerifier(
      EntryScan scan,
      EntryStore store,
      TopicReader topics,
      SearchNode node,
      Indices indices,
      Seals seals) {
    this.scan = scan;
    this.store = store;
    this.topics = topics;
    this.node = node;
    this.indices = indices;
    this.check = new StreamCheck(seals);
  }

  /**
   * Checks all streams of some kinds.
   *
   * @param only the id of the only stream that is wanted, null for all
   */
  Verdict verify(Collection<Kind> kinds, @Nullable String only) {
    var tally = new Tally();
    for (var kind : kinds) {
      var faults = all(kind, only, tally);
      // Entry, head and topic are not written at one moment: what moves is looked at again.
      for (int time = 1; time < TIMES && !faults.isEmpty() && faults.size() <= MOST_AGAIN; time++) {
        faults = again(kind, faults.keySet());
      }
      faults.values().forEach(tally::faults);
    }
    return tally.verdict();
  }

  /** The streams with faults. */
  private Map<String, List<StreamFault>> all(Kind kind, @Nullable String only, Tally tally) {
    var faults = new LinkedHashMap<String, List<StreamFault>>();
    var ends = ends(kind, stream -> only == null || only.equals(stream));
    var batch = new ArrayList<List<EntryDocument>>();
    scan.streams(
        kind,
        only,
        stream -> {
          tally.stream(stream.size());
          batch.add(stream);
          if (batch.size() == AT_ONCE) {
            check(batch, ends, faults);
            batch.clear();
          }
        });
    check(batch, ends, faults);
    var gone = new HashSet<>(ends.keySet());
    withoutEntries(kind, only, gone);
    faults.putAll(again(kind, gone));
    return faults;
  }

  /** Looks at streams one by one; answers those with faults. */
  private Map<String, List<StreamFault>> again(Kind kind, Set<String> streams) {
    var faults = new LinkedHashMap<String, List<StreamFault>>();
    if (streams.isEmpty()) {
      return faults;
    }
    var ends = ends(kind, streams::contains);
    var heads = heads(streams.stream().map(id -> new StreamId(kind, id)).toList());
    for (var stream : streams) {
      var id = new StreamId(kind, stream);
      var entries = new ArrayList<EntryDocument>();
      scan.streams(kind, stream, entries::addAll);
      add(faults, id, check.faults(id, entries, heads.get(id), ends.get(stream)));
    }
    return faults;
  }

  private void check(
      List<List<EntryDocument>> streams,
      Map<String, End> ends,
      Map<String, List<StreamFault>> faults) {
    var heads = heads(streams.stream().map(stream -> stream.get(0).streamId()).toList());
    for (var stream : streams) {
      var id = stream.get(0).streamId();
      add(faults, id, check.faults(id, stream, heads.get(id), ends.remove(id.id())));
    }
  }

  private static void add(
      Map<String, List<StreamFault>> faults, StreamId stream, List<StreamFault> found) {
    if (!found.isEmpty()) {
      faults.put(stream.id(), found);
    }
  }

  private Map<String, End> ends(Kind kind, Predicate<String> wanted) {
    var ends = new HashMap<String, End>();
    topics.read(
        kind,
        entry -> {
          if (wanted.test(entry.stream())) {
            ends.merge(
                entry.stream(),
                new End(entry.sequence(), entry.hash()),
                (one, other) -> one.sequence() >= other.sequence() ? one : other);
          }
        });
    return ends;
  }

  private Map<StreamId, Head> heads(List<StreamId> streams) {
    var heads = new HashMap<StreamId, Head>();
    node.getAll(
            indices.alias(Indices.Name.JOURNAL_HEADS),
            streams.stream().map(StreamId::toString).toList(),
            Head.class,
            List.of())
        .values()
        .forEach(
            stored -> StreamId.parse(stored.id()).ifPresent(id -> heads.put(id, stored.source())));
    return heads;
  }

  /** Adds streams that have a head and no entry. */
  private void withoutEntries(Kind kind, @Nullable String only, Set<String> gone) {
    var batch = new HashSet<String>();
    scan.heads(
        kind,
        only,
        head -> {
          batch.add(head.stream());
          if (batch.size() == AT_ONCE) {
            keepGone(kind, batch, gone);
            batch.clear();
          }
        });
    keepGone(kind, batch, gone);
  }

  private void keepGone(Kind kind, Set<String> streams, Set<String> gone) {
    var there =
        store.get(kind, streams.stream().map(id -> new StreamId(kind, id).document(1)).toList());
    streams.stream()
        .filter(id -> !there.containsKey(new StreamId(kind, id).document(1)))
        .forEach(gone::add);
  }

  /** Counts while it goes. */
  private static final class Tally {
    private final List<StreamFault> shown = new ArrayList<>();
    private long streams;
    private long entries;
    private long faults;

    void stream(int size) {
      streams++;
      entries += size;
    }

    void faults(List<StreamFault> found) {
      faults += found.size();
      found.stream().limit(MOST_SHOWN - shown.size()).forEach(shown::add);
    }

    Verdict verdict() {
      return new Verdict(streams, entries, faults, shown);
    }
  }
}

package org.fundwatch.alertapi.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.springframework.stereotype.Service;

/**
 * All that people do, stream by stream. A feature reads a stream, decides, appends, and has the
 * documents projected that are derived from it. Thread-safe.
 */
@Service
public final class Journal {
  private final EntryStore store;
  private final Projector projector;
  private final RelaySignal relay;
  private final Seals seals;
  private final Clock clock;

  Journal(EntryStore store, Projector projector, RelaySignal relay, Seals seals, Clock clock) {
    this.store = store;
    this.seals = seals;
    this.projector = projector;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Appends an entry.
   *
   * @param after sequence of the entry that it follows, 0 for the first
   * @throws ConflictException when that is no longer the last entry of the stream
   * @throws SearchUnavailableException when the search node does not take it
   */
  public Entry append(StreamId stream, int after, String type, Object body, String by) {
    return append(new Draft(stream, after, type, body, by));
  }

  /** The same for a draft. */
  public Entry append(Draft draft) {
    return appendAll(List.of(draft)).get(0).orThrow();
  }

  /**
   * Appends many at once, each for itself: those that do not go leave the others alone.
   *
   * @param drafts at most one of each stream
   * @return what became of each, in order
   * @throws SearchUnavailableException when the search node does not answer
   */
  public List<Appended> appendAll(List<Draft> drafts) {
    requireOneOfEach(drafts);
    var results = new Appended[drafts.size()];
    for (var kind : Kind.values()) {
      appendAll(kind, drafts, results);
    }
    relay.wake();
    return List.of(results);
  }

  private void appendAll(Kind kind, List<Draft> drafts, Appended[] results) {
    var before = previous(kind, drafts);
    var places = new ArrayList<Integer>();
    var entries = new ArrayList<EntryDocument>();
    for (int place = 0; place < drafts.size(); place++) {
      var draft = drafts.get(place);
      if (draft.stream().kind() != kind) {
        continue;
      }
      var previousHash = draft.after() == 0 ? Chain.BEGINNING : before.get(draft.stream());
      if (previousHash == null) {
        results[place] = new Appended(draft, Outcome.CONFLICT, null);
      } else {
        places.add(place);
        var entry = Chain.link(draft, previousHash, clock.millis());
        entries.add(EntryDocument.of(entry, seals.entry(entry), draft.requestKey()));
      }
    }
    var outcomes = store.create(kind, entries);
    for (int i = 0; i < outcomes.size(); i++) {
      var outcome = outcomes.get(i);
      var entry = outcome == Outcome.DONE ? entries.get(i).entry() : null;
      results[places.get(i)] = new Appended(drafts.get(places.get(i)), outcome, entry);
    }
  }

  /** Hashes of the entries that drafts follow. */
  private Map<StreamId, String> previous(Kind kind, List<Draft> drafts) {
    var documents = new HashMap<String, StreamId>();
    for (var draft : drafts) {
      if (draft.stream().kind() == kind && draft.after() > 0) {
        documents.put(draft.stream().document(draft.after()), draft.stream());
      }
    }
    var hashes = new HashMap<StreamId, String>();
    store
        .get(kind, documents.keySet())
        .forEach((id, entry) -> hashes.put(entry.streamId(), entry.hash()));
    return hashes;
  }

  /** The entries of a stream in order, none for one that is not there. */
  public List<Entry> read(StreamId stream) {
    return readAll(stream.kind(), List.of(stream.id())).getOrDefault(stream, List.of());
  }

  /** The entries of streams in order; a stream that is not there is left out. */
  public Map<StreamId, List<Entry>> readAll(Kind kind, Collection<String> ids) {
    return store.read(kind, ids);
  }

  /** The last stream of a kind by id among those whose id begins so; may lag by a second. */
  public Optional<StreamId> last(Kind kind, String prefix) {
    return store.last(kind, prefix);
  }

  /**
   * Has everything projected that is derived from a stream.
   *
   * @param entries all of the stream, in order
   */
  public void project(StreamId stream, List<Entry> entries) {
    projectAll(Map.of(stream, entries));
  }

  /** The same for many streams. */
  public void projectAll(Map<StreamId, List<Entry>> streams) {
    projector.project(streams);
    streams.forEach(
        (stream, entries) -> {
          if (!entries.isEmpty()) {
            relay.projected(stream, entries.get(entries.size() - 1).sequence());
          }
        });
  }

  /** An entry that a request with a key has made, if it has come so far; see {@link EntryStore}. */
  Optional<EntryDocument> madeBy(Kind kind, String requestKeyPrefix, boolean aMomentAgo) {
    return store.madeBy(kind, requestKeyPrefix, aMomentAgo);
  }

  private static void requireOneOfEach(List<Draft> drafts) {
    var seen = new LinkedHashMap<StreamId, Draft>();
    for (var draft : drafts) {
      if (seen.put(draft.stream(), draft) != null) {
        throw new IllegalArgumentException(
            draft.stream() + ": two drafts at once; append the second after the first");
      }
    }
  }
}

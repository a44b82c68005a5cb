package org.fundwatch.alertapi.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the journal back from its topics, and from the journal what is derived. Thread-safe. */
@Component
final class JournalRestore {
  private static final Logger LOG = LoggerFactory.getLogger(JournalRestore.class);
  private static final int AT_ONCE = 500;

  private final TopicReader reader;
  private final EntryStore store;
  private final EntryScan scan;
  private final Outbox outbox;
  private final Seals seals;
  private final Projector projector;

  JournalRestore(
      TopicReader reader,
      EntryStore store,
      EntryScan scan,
      Outbox outbox,
      Seals seals,
      Projector projector) {
    this.reader = reader;
    this.store = store;
    this.scan = scan;
    this.outbox = outbox;
    this.seals = seals;
    this.projector = projector;
  }

  /** Stores the entries of a topic that are missing, and the heads; may be repeated. */
  void entries(Kind kind) {
    var batch = new ArrayList<EntryDocument>();
    long[] count = {0};
    reader.read(
        kind,
        entry -> {
          count[0]++;
          batch.add(entry);
          if (batch.size() == AT_ONCE) {
            store(kind, batch);
            batch.clear();
          }
        });
    store(kind, batch);
    LOG.info("journal: {} records of kind {} read from the topic", count[0], kind);
  }

  private void store(Kind kind, List<EntryDocument> entries) {
    // A forged record gives no head: verify will find the stream without one.
    Map<StreamId, Head> heads = new LinkedHashMap<>();
    for (var entry : entries) {
      if (seals.genuine(entry)) {
        heads.merge(
            entry.streamId(),
            seals.head(entry.entry()),
            (one, other) -> one.sequence() > other.sequence() ? one : other);
      }
    }
    if (store.create(kind, entries).contains(Outcome.UNAVAILABLE)) {
      throw new SearchUnavailableException("search node: entries not taken", null);
    }
    outbox.keep(heads.values());
  }

  /** Has everything projected that streams of a kind give. */
  void projections(Kind kind) {
    var batch = new LinkedHashMap<StreamId, List<Entry>>();
    scan.streams(
        kind,
        null,
        entries -> {
          batch.put(entries.get(0).streamId(), entries.stream().map(EntryDocument::entry).toList());
          if (batch.size() == AT_ONCE) {
            projector.project(batch);
            batch.clear();
          }
        });
    projector.project(batch);
  }
}

package org.fundwatch.alertapi.journal;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Scan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes through all that is stored of the journal. Thread-safe. */
@Component
public final class EntryScan {
  private static final Query ALL = Query.of(q -> q.matchAll(all -> all));

  private final Scan scan;
  private final Indices indices;

  EntryScan(Scan scan, Indices indices) {
    this.scan = scan;
    this.indices = indices;
  }

  /**
   * Hands over each stream with all its documents, ordered by what they say is their sequence.
   *
   * @param only the id of the only one that is wanted, null for all
   */
  void streams(Kind kind, @Nullable String only, Consumer<List<EntryDocument>> streams) {
    var stream = new ArrayList<EntryDocument>();
    scan.each(
        indices.alias(kind.index()),
        only == null ? ALL : Query.of(q -> q.term(term -> term.field("stream").value(only))),
        List.of("stream", "sequence"),
        EntryDocument.class,
        entry -> {
          if (!stream.isEmpty() && !stream.get(0).stream().equals(entry.stream())) {
            streams.accept(List.copyOf(stream));
            stream.clear();
          }
          stream.add(entry);
        });
    if (!stream.isEmpty()) {
      streams.accept(List.copyOf(stream));
    }
  }

  /** Hands over each entry of a type that was written before. */
  public void ofType(Kind kind, String type, Consumer<Entry> entries) {
    scan.each(
        indices.alias(kind.index()),
        Query.of(q -> q.term(term -> term.field("type").value(type))),
        List.of("stream", "sequence"),
        EntryDocument.class,
        entry -> entries.accept(entry.entry()));
  }

  /** Hands over the heads of a kind, or that of one stream. */
  void heads(Kind kind, @Nullable String only, Consumer<Head> heads) {
    scan.each(
        indices.alias(Indices.Name.JOURNAL_HEADS),
        Query.of(
            q ->
                q.bool(
                    bool -> {
                      bool.filter(f -> f.term(term -> term.field("kind").value(kind.name())));
                      if (only != null) {
                        bool.filter(f -> f.term(term -> term.field("stream").value(only)));
                      }
                      return bool;
                    })),
        List.of("stream"),
        Head.class,
        heads);
  }
}

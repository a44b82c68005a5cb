package org.fundwatch.alertapi.journal;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/**
 * The documents of entries. They are read by their ids, which shows what was written a moment ago
 * without making the node refresh its index at each write. Thread-safe.
 */
@Component
class EntryStore {
  private static final int CONFLICT = 409;
  private static final int AT_ONCE = 1_000;
  private static final int FIRST_OF_ONE = 8;
  private static final int FIRST_OF_MANY = 1;
  private static final int WIDEST = 256;
  private static final int GROWTH = 4;

  private final SearchNode node;
  private final Indices indices;

  EntryStore(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /** The documents that exist among the ids, by id. */
  Map<String, EntryDocument> get(Kind kind, Collection<String> ids) {
    var found = new HashMap<String, EntryDocument>();
    for (var some : parts(List.copyOf(ids))) {
      node.getAll(index(kind), some, EntryDocument.class, List.of())
          .forEach((id, stored) -> found.put(id, stored.source()));
    }
    return found;
  }

  /** The entries of streams in order; a stream without any is left out. */
  Map<StreamId, List<Entry>> read(Kind kind, Collection<String> streams) {
    var read = new LinkedHashMap<StreamId, List<Entry>>();
    var left = streams.stream().distinct().map(id -> new StreamId(kind, id)).toList();
    // One stream has some entries; of many, such as a batch of new alerts, most have none.
    int width = left.size() == 1 ? FIRST_OF_ONE : FIRST_OF_MANY;
    for (int from = 1; !left.isEmpty(); ) {
      left = readOn(left, from, width, read);
      from += width;
      width = Math.min(width * GROWTH, WIDEST);
    }
    return read;
  }

  /** Reads so many entries more of each stream, and answers those that may have still more. */
  private List<StreamId> readOn(
      List<StreamId> streams, int from, int width, Map<StreamId, List<Entry>> read) {
    var wanted =
        streams.stream()
            .flatMap(stream -> IntStream.range(from, from + width).mapToObj(stream::document))
            .toList();
    var found = get(streams.get(0).kind(), wanted);
    var more = new ArrayList<StreamId>();
    for (var stream : streams) {
      int next = from;
      EntryDocument document;
      while (next < from + width && (document = found.get(stream.document(next))) != null) {
        read.computeIfAbsent(stream, id -> new ArrayList<>()).add(document.entry());
        next++;
      }
      if (next == from + width) {
        more.add(stream);
      }
    }
    return more;
  }

  /** Stores entries of one kind that must not exist yet; answers for each, in order. */
  List<Outcome> create(Kind kind, List<EntryDocument> entries) {
    var outcomes = new ArrayList<Outcome>();
    for (var some : parts(entries)) {
      var operations =
          some.stream()
              .map(
                  entry ->
                      BulkOperation.of(
                          operation ->
                              operation.create(create -> create.id(entry.id()).document(entry))))
              .toList();
      node.bulk(
              BulkRequest.of(
                  bulk -> bulk.index(index(kind)).requireAlias(true).operations(operations)))
          .items()
          .forEach(
              item -> {
                boolean taken = item.status() == CONFLICT;
                outcomes.add(
                    item.error() == null
                        ? Outcome.DONE
                        : taken ? Outcome.CONFLICT : Outcome.UNAVAILABLE);
              });
    }
    return outcomes;
  }

  /**
   * An entry whose request key begins so.
   *
   * @param aMomentAgo true to see also what was written in the last second, which takes longer
   */
  Optional<EntryDocument> madeBy(Kind kind, String requestKeyPrefix, boolean aMomentAgo) {
    if (aMomentAgo) {
      node.refresh(index(kind));
    }
    return search(
        SearchRequest.of(
            search ->
                search
                    .index(index(kind))
                    .query(q -> q.prefix(p -> p.field("requestKey").value(requestKeyPrefix)))
                    .size(1)));
  }

  /** The last stream by id that begins so. */
  Optional<StreamId> last(Kind kind, String prefix) {
    return search(
            SearchRequest.of(
                search ->
                    search
                        .index(index(kind))
                        .query(q -> q.prefix(p -> p.field("stream").value(prefix)))
                        .sort(sort -> sort.field(f -> f.field("stream").order(SortOrder.Desc)))
                        .size(1)))
        .map(EntryDocument::streamId);
  }

  private Optional<EntryDocument> search(SearchRequest request) {
    return node.search(request, EntryDocument.class).hits().hits().stream()
        .findFirst()
        .map(hit -> Objects.requireNonNull(hit.source()));
  }

  private String index(Kind kind) {
    return indices.alias(kind.index());
  }

  private static <T> List<List<T>> parts(List<T> all) {
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return parts;
  }
}

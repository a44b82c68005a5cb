package org.fundwatch.alertapi.journal;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.springframework.stereotype.Component;

/** Entries that are not on their topics yet. Thread-safe. */
@Component
final class Outbox {
  private static final int CONFLICT = 409;
  private static final Query WAITING =
      Query.of(q -> q.term(term -> term.field(EntryDocument.RELAYED).value(false)));

  private final SearchNode node;
  private final Indices indices;

  Outbox(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /** False while entries can still be on their way from the topics. */
  boolean opened() {
    return indices.opened();
  }

  /**
   * Some of those that wait: of each stream the first, without gaps.
   *
   * <p>An entry is only written once the one before can be read, and one index holds both: a search
   * that finds it finds the one before as well.
   *
   * @param most so many at once
   */
  List<EntryDocument> first(int most) {
    node.refresh(everywhere());
    var search =
        SearchRequest.of(
            request ->
                request
                    .index(List.of(everywhere()))
                    .query(WAITING)
                    .sort(sort -> sort.field(field -> field.field("kind")))
                    .sort(sort -> sort.field(field -> field.field("stream")))
                    .sort(sort -> sort.field(field -> field.field("sequence")))
                    .size(most));
    return node.search(search, EntryDocument.class).hits().hits().stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** How many wait, and since when. */
  Waiting waiting() {
    var search =
        SearchRequest.of(
            request ->
                request
                    .index(List.of(everywhere()))
                    .query(WAITING)
                    .size(0)
                    .trackTotalHits(total -> total.enabled(true))
                    .aggregations("oldest", oldest -> oldest.min(min -> min.field("at"))));
    var answer = node.search(search, EntryDocument.class);
    long count = Objects.requireNonNull(answer.hits().total()).value();
    double oldest = Objects.requireNonNull(answer.aggregations().get("oldest")).min().value();
    return count == 0 ? Waiting.NOTHING : new Waiting(count, (long) oldest);
  }

  /** Keeps the heads of streams; one that is further stays. */
  void keep(Collection<Head> heads) {
    var index = indices.alias(Indices.Name.JOURNAL_HEADS);
    bulk(
        index,
        heads.stream()
            .map(
                head ->
                    BulkOperation.of(
                        operation ->
                            operation.index(
                                put ->
                                    put.id(head.id())
                                        .document(head)
                                        .version((long) head.sequence())
                                        .versionType(VersionType.External))))
            .toList());
  }

  /** Notes that entries of one kind are on their topic. */
  void relayed(Kind kind, Collection<EntryDocument> entries) {
    bulk(
        indices.alias(kind.index()),
        entries.stream()
            .map(
                entry ->
                    BulkOperation.of(
                        operation ->
                            operation.update(
                                update ->
                                    update
                                        .id(entry.id())
                                        .retryOnConflict(1)
                                        .action(
                                            action ->
                                                action.doc(Map.of(EntryDocument.RELAYED, true))))))
            .toList());
  }

  private void bulk(String index, List<BulkOperation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    var refused =
        node
            .bulk(
                BulkRequest.of(bulk -> bulk.index(index).requireAlias(true).operations(operations)))
            .items()
            .stream()
            .filter(item -> item.error() != null && item.status() != CONFLICT)
            .toList();
    if (!refused.isEmpty()) {
      throw new SearchUnavailableException(
          "search node: %d of %d writes of the relay not taken, the first with status %d"
              .formatted(refused.size(), operations.size(), refused.get(0).status()),
          null);
    }
  }

  private String[] everywhere() {
    return Arrays.stream(Kind.values())
        .map(kind -> indices.alias(kind.index()))
        .toArray(String[]::new);
  }

  /**
   * What waits.
   *
   * @param count entries
   * @param oldestAt epoch milliseconds, 0 when nothing waits
   */
  record Waiting(long count, long oldestAt) {
    static final Waiting NOTHING = new Waiting(0, 0);
  }
}

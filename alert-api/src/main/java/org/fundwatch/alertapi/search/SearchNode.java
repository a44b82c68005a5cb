package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.elasticsearch.client.ResponseException;
import org.springframework.stereotype.Component;

/**
 * All calls to the search node, with its failures as {@link ConflictException}, {@link
 * CursorException} and {@link SearchUnavailableException}. Thread-safe.
 */
@Component
public final class SearchNode {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int LONGEST_ID = 512;
  private static final int TOO_MANY = 429;

  private static final String BLOCKED = "cluster_block_exception";
  private static final long WAIT_NANOS = Duration.ofMillis(20).toNanos();
  private static final int MOST_WAITS = 500;

  private final ElasticsearchClient client;
  private final SharedRefresh shared = new SharedRefresh(this::refresh);

  SearchNode(ElasticsearchClient client) {
    this.client = client;
  }

  /** A call of the client that can fail as the client's calls do. */
  @FunctionalInterface
  interface Call<T> {
    T run(ElasticsearchClient client) throws IOException;
  }

  /** A document by its id; none has one that the node does not take. */
  public <T> Optional<Stored<T>> get(String index, String id, Class<T> type) {
    if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
      return Optional.empty();
    }
    return stored(call(es -> es.get(get -> get.index(index).id(id), type)));
  }

  /** The documents that exist among the ids, by id; {@code fields} limits what is read. */
  public <T> Map<String, Stored<T>> getAll(
      String index, Collection<String> ids, Class<T> type, List<String> fields) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var request =
        MgetRequest.of(get -> get.index(index).ids(List.copyOf(ids)).sourceIncludes(fields));
    var found = new HashMap<String, Stored<T>>();
    for (MultiGetResponseItem<T> item : call(es -> es.mget(request, type)).docs()) {
      if (item.isResult()) {
        stored(item.result()).ifPresent(stored -> found.put(stored.id(), stored));
      }
    }
    return found;
  }

  /**
   * Stores a document that must not exist yet; it can be read by its id at once.
   *
   * @throws ConflictException when the id is taken
   */
  public void create(String index, String id, Object document) {
    call(
        es ->
            es.create(create -> create.index(index).requireAlias(true).id(id).document(document)));
  }

  /** Stores a document, whatever is there already. */
  public void put(String index, String id, Object document) {
    call(es -> es.index(put -> put.index(index).requireAlias(true).id(id).document(document)));
  }

  /**
   * Stores a document in place of what was read.
   *
   * @throws ConflictException when it is not there any more as it was
   */
  public void replace(Stored<?> read, Object document) {
    call(
        es ->
            es.index(
                put ->
                    put.index(read.index())
                        .id(read.id())
                        .ifSeqNo(read.seqNo())
                        .ifPrimaryTerm(read.primaryTerm())
                        .document(document)));
  }

  /** Removes a document if it is there; searches no longer find it. */
  public void delete(String index, String id) {
    call(es -> es.delete(delete -> delete.index(index).id(id)));
    makeVisible(index);
  }

  /**
   * Stores what was derived from a history of a certain length, unless something as long or longer
   * is there already; either is found by searches when this returns.
   */
  public void putProjection(String index, String id, Object document, long length) {
    putProjectionSoon(index, id, document, length);
    // Also where another writer was first, who may still be waiting for the same.
    makeVisible(index);
  }

  /** The same for what nobody looks for at once; searches find it within a second. */
  public void putProjectionSoon(String index, String id, Object document, long length) {
    try {
      call(
          es ->
              es.index(
                  put ->
                      put.index(index)
                          .id(id)
                          .document(document)
                          .version(length)
                          .versionType(VersionType.External)));
    } catch (ConflictException e) {
      // Another writer has projected the same history, or a longer one.
    }
  }

  /** Searches; a point in time that is gone gives a {@link CursorException}. */
  public <T> SearchResponse<T> search(SearchRequest request, Class<T> type) {
    return call(es -> es.search(request, type));
  }

  /** Makes all that was written to indices so far be found by searches. */
  public void refresh(String... indices) {
    call(es -> es.indices().refresh(refresh -> refresh.index(List.of(indices))));
  }

  /** The same for one index, shared with all who ask for it at the same time. */
  public void makeVisible(String index) {
    shared.await(index);
  }

  /** The indices that have an alias. */
  Set<String> indicesBehind(String alias) {
    if (!call(es -> es.indices().existsAlias(exists -> exists.name(alias))).value()) {
      return Set.of();
    }
    return call(es -> es.indices().getAlias(get -> get.name(alias))).result().keySet();
  }

  /** The one index that has an alias, empty when none has. */
  Optional<String> indexBehind(String alias) {
    return indicesBehind(alias).stream().findFirst();
  }

  /**
   * Several searches of one index in one request; the answers in their order.
   *
   * @throws SearchUnavailableException when one of them is not answered
   */
  public <T> List<MultiSearchItem<T>> searchAll(
      String index, List<MultisearchBody> bodies, Class<T> type) {
    var request =
        MsearchRequest.of(
            search ->
                search
                    .index(index)
                    .searches(
                        bodies.stream()
                            .map(body -> RequestItem.of(item -> item.header(h -> h).body(body)))
                            .toList()));
    return call(es -> es.msearch(request, type)).responses().stream()
        .map(
            answer -> {
              if (answer.isFailure()) {
                throw new SearchUnavailableException(
                    "search node: one of several searches failed", null);
              }
              return answer.result();
            })
        .toList();
  }

  /** Many writes at once; look at each item's answer. */
  public BulkResponse bulk(BulkRequest request) {
    return call(es -> es.bulk(request));
  }

  /** Waits while documents are carried over into another index: the alias is there in a moment. */
  <T> T call(Call<T> call) {
    for (int waited = 0; ; waited++) {
      try {
        return call.run(client);
      } catch (ElasticsearchException e) {
        if (!isBlocked(e) || waited == MOST_WAITS) {
          throw translated(e.status(), e);
        }
        LockSupport.parkNanos(WAIT_NANOS);
      } catch (ResponseException e) {
        // A version conflict comes as this raw one.
        throw translated(e.getResponse().getStatusLine().getStatusCode(), e);
      } catch (IOException e) {
        throw new SearchUnavailableException("search node: no answer", e);
      }
    }
  }

  private static boolean isBlocked(Exception e) {
    return e instanceof ElasticsearchException cause && BLOCKED.equals(cause.error().type());
  }

  /**
   * True for a write of a bulk request that was refused because the documents of its index are
   * being carried over, or have been: read anew and try again.
   */
  public static boolean isMoving(BulkResponseItem item) {
    var error = item.error();
    return error != null
        && (BLOCKED.equals(error.type()) || "index_not_found_exception".equals(error.type()));
  }

  private static RuntimeException translated(int status, Exception e) {
    if (status == CONFLICT) {
      return new ConflictException(e);
    }
    if (isBlocked(e)) {
      return new SearchUnavailableException("search node: index blocked", e);
    }
    if (status == NOT_FOUND && String.valueOf(e.getMessage()).contains("search_context")) {
      return CursorException.lost();
    }
    if (status == NOT_FOUND || status == TOO_MANY || status >= 500) {
      return new SearchUnavailableException("search node: status " + status, e);
    }
    return new RefusedException("search node: status " + status, e);
  }

  private static <T> Optional<Stored<T>> stored(GetResult<T> result) {
    T source = result.source();
    if (!result.found() || source == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Stored<>(
            result.index(),
            result.id(),
            source,
            Objects.requireNonNull(result.seqNo()),
            Objects.requireNonNull(result.primaryTerm())));
  }
}

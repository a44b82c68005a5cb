package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private static final int TOO_MANY = 429;

  private final ElasticsearchClient client;

  SearchNode(ElasticsearchClient client) {
    this.client = client;
  }

  /** A call of the client that can fail as the client's calls do. */
  @FunctionalInterface
  interface Call<T> {
    T run(ElasticsearchClient client) throws IOException;
  }

  /** A document by its id. */
  public <T> Optional<Stored<T>> get(String index, String id, Class<T> type) {
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
   * Stores a document that must not exist yet; it can be found by search at once.
   *
   * @throws ConflictException when the id is taken
   */
  public void create(String index, String id, Object document) {
    call(
        es ->
            es.create(
                create ->
                    create
                        .index(index)
                        .requireAlias(true)
                        .id(id)
                        .document(document)
                        .refresh(Refresh.True)));
  }

  /**
   * Overwrites the given parts of a document, provided nobody has written it since it was read.
   *
   * @param parts the document's first level: what is not named stays as it is
   * @throws ConflictException when somebody has
   */
  public void update(String index, Stored<?> read, Map<String, ?> parts) {
    call(
        es ->
            es.update(
                update ->
                    update
                        .index(index)
                        .id(read.id())
                        .ifSeqNo(read.seqNo())
                        .ifPrimaryTerm(read.primaryTerm())
                        .doc(parts)
                        .refresh(Refresh.True),
                Object.class));
  }

  /**
   * Stores what was derived from a history of a certain length, unless something as long or longer
   * is there already.
   */
  public void putProjection(String index, String id, Object document, long length) {
    try {
      call(
          es ->
              es.index(
                  put ->
                      put.index(index)
                          .id(id)
                          .document(document)
                          .version(length)
                          .versionType(VersionType.External)
                          .refresh(Refresh.True)));
    } catch (ConflictException e) {
      // Another writer has projected the same history, or a longer one.
      return;
    }
  }

  /** Searches; a point in time that is gone gives a {@link CursorException}. */
  public <T> SearchResponse<T> search(SearchRequest request, Class<T> type) {
    return call(es -> es.search(request, type));
  }

  /** Many writes at once; look at each item's answer. */
  public BulkResponse bulk(BulkRequest request) {
    return call(es -> es.bulk(request));
  }

  <T> T call(Call<T> call) {
    try {
      return call.run(client);
    } catch (ElasticsearchException e) {
      throw translated(e.status(), e);
    } catch (ResponseException e) {
      // A version conflict comes as this raw one.
      throw translated(e.getResponse().getStatusLine().getStatusCode(), e);
    } catch (IOException e) {
      throw new SearchUnavailableException("search node: no answer", e);
    }
  }

  private static RuntimeException translated(int status, Exception e) {
    if (status == CONFLICT) {
      return new ConflictException(e);
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
            result.id(),
            source,
            Objects.requireNonNull(result.seqNo()),
            Objects.requireNonNull(result.primaryTerm())));
  }
}

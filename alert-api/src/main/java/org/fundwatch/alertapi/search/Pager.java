package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lists page by page at one point in time: what is indexed meanwhile neither repeats nor
 * hides an entry. Thread-safe.
 */
@Component
public final class Pager {
  private static final int MARK_BYTES = 8;

  private final SearchNode node;
  private final Time life;

  Pager(SearchNode node, ElasticsearchSettings settings) {
    this.node = node;
    this.life = Time.of(time -> time.time(settings.cursorLife().toSeconds() + "s"));
  }

  /**
   * A page.
   *
   * @param list what is listed: filters and order in one text
   * @param index the alias to read
   * @param cursor where to go on, null for the first page
   * @param size entries at most, 1 or more
   * @param build adds query, order (ending in a unique field) and source filter to the request
   * @throws CursorException when the cursor is not ours, of another list, or expired
   */
  public <T> Page<T> read(
      String list,
      String index,
      @Nullable String cursor,
      int size,
      Class<T> type,
      Consumer<SearchRequest.Builder> build) {
    var mark = mark(list);
    var place =
        cursor == null ? new Cursor(open(index), List.of(), mark) : Cursor.parse(cursor, mark);
    var request = new SearchRequest.Builder();
    build.accept(request);
    // One more than wanted tells whether there is a next page.
    request.pit(pit -> pit.id(place.pit()).keepAlive(life)).size(size + 1);
    if (cursor != null) {
      request.searchAfter(place.searchAfter());
    }
    return page(search(request.build(), type, cursor), size, place);
  }

  private <T> SearchResponse<T> search(
      SearchRequest request, Class<T> type, @Nullable String cursor) {
    try {
      return node.search(request, type);
    } catch (RefusedException e) {
      // Our own requests are well-formed: only a cursor that somebody has altered is not.
      throw cursor == null ? e : CursorException.unreadable();
    }
  }

  private <T> Page<T> page(SearchResponse<T> response, int size, Cursor place) {
    var hits = response.hits().hits();
    var pit = Objects.requireNonNullElse(response.pitId(), place.pit());
    boolean more = hits.size() > size;
    var shown = more ? hits.subList(0, size) : hits;
    var items = shown.stream().map(Hit::source).map(Objects::requireNonNull).toList();
    if (!more) {
      close(pit);
      return new Page<>(items, null, response);
    }
    var after = shown.get(size - 1).sort().stream().map(Pager::plain).toList();
    return new Page<>(items, new Cursor(pit, after, place.list()).text(), response);
  }

  private String open(String index) {
    return node.call(es -> es.openPointInTime(open -> open.index(index).keepAlive(life))).id();
  }

  private void close(String pit) {
    node.call(es -> es.closePointInTime(close -> close.id(pit)));
  }

  /** Filters can hold a person's token, which has no business in an address. */
  private static String mark(String list) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static Object plain(FieldValue value) {
    return Objects.requireNonNull(value._get());
  }

  /**
   * A page.
   *
   * @param items its entries
   * @param nextCursor where the next page begins, null on the last
   * @param response the whole answer, for totals and counts
   */
  public record Page<T>(List<T> items, @Nullable String nextCursor, SearchResponse<T> response) {

    public Page {
      items = List.copyOf(items);
    }

    /** The same with each item changed. */
    public Page<T> map(UnaryOperator<T> change) {
      return new Page<>(items.stream().map(change).toList(), nextCursor, response);
    }
  }
}

package org.fundwatch.alertapi.fund;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of funds and notices, whole from the journal. Thread-safe. */
@Component
final class FundLists {
  private final FundDesk desk;
  private final Pager pager;
  private final Indices indices;

  FundLists(FundDesk desk, Pager pager, Indices indices) {
    this.desk = desk;
    this.pager = pager;
    this.indices = indices;
  }

  /** A page; {@code nextCursor} is null on the last. */
  record PageOf<T>(List<T> items, @Nullable String nextCursor) {}

  /** Funds that a caller sees, by region. */
  PageOf<Series> funds(@Nullable String region, int size, @Nullable String cursor, Caller caller) {
    var filters = places(region, caller);
    var page =
        pager.read(
            "funds %s %s".formatted(region, caller.reach()),
            indices.alias(Indices.Name.FUNDS),
            cursor,
            size,
            FundDocument.class,
            search ->
                search
                    .query(q -> q.bool(bool -> bool.filter(filters)))
                    .sort(sort -> sort.field(f -> f.field("region")))
                    .sort(sort -> sort.field(f -> f.field("id"))));
    return new PageOf<>(
        page.items().stream()
            .map(document -> desk.filed(document.region(), document.fund(), caller))
            .toList(),
        page.nextCursor());
  }

  /** Notices that a caller sees, the last raised first. */
  PageOf<Notice> notices(
      @Nullable String region,
      @Nullable List<Notice.State> states,
      int size,
      @Nullable String cursor,
      Caller caller) {
    var filters = places(region, caller);
    if (states != null && !states.isEmpty()) {
      var names = states.stream().map(Enum::name).map(FieldValue::of).toList();
      filters.add(Query.of(q -> q.terms(t -> t.field("state").terms(in -> in.value(names)))));
    }
    var page =
        pager.read(
            "notices %s %s %s".formatted(region, states, caller.reach()),
            indices.alias(Indices.Name.NOTICES),
            cursor,
            size,
            NoticeDocument.class,
            search ->
                search
                    .query(q -> q.bool(bool -> bool.filter(filters)))
                    .sort(sort -> sort.field(f -> f.field("raisedAt").order(SortOrder.Desc)))
                    .sort(sort -> sort.field(f -> f.field("id"))));
    return new PageOf<>(
        page.items().stream().map(document -> desk.notice(document.id(), caller)).toList(),
        page.nextCursor());
  }

  private static List<Query> places(@Nullable String region, Caller caller) {
    var filters = new ArrayList<Query>();
    filters.add(caller.regionFilter("region"));
    if (region != null) {
      filters.add(Query.of(q -> q.prefix(prefix -> prefix.field("region").value(region))));
    }
    return filters;
  }
}

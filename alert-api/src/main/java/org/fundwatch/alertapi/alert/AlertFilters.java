package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.json.JsonData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/** An {@link AlertQuery} as queries of the search node. */
final class AlertFilters {
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 2);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private AlertFilters() {}

  /** All filters at once. */
  static List<Query> all(AlertQuery query) {
    var filters = unfaceted(query);
    filters.addAll(faceted(query, facet -> true));
    return filters;
  }

  /** The filters on faceted fields, but those that {@code which} leaves out. */
  static List<Query> faceted(AlertQuery query, Predicate<Facet> which) {
    return Arrays.stream(Facet.values())
        .filter(which)
        .flatMap(facet -> facet.filter(query).stream())
        .toList();
  }

  /** The filters on the other fields. */
  static List<Query> unfaceted(AlertQuery query) {
    var filters = new ArrayList<Query>();
    if (given(query.region())) {
      filters.add(Query.of(q -> q.prefix(p -> p.field("alert.region").value(query.region()))));
    }
    addTerm(filters, "alert.person", query.person());
    addTerm(filters, "alert.doctor", query.doctor());
    addTerm(filters, "triage.caseId", query.caseId());
    addRange(filters, "alert.amountFen", query.amountFromFen(), query.amountToFen());
    addRange(filters, "alert.confidence", query.confidenceFrom(), query.confidenceTo());
    addRange(filters, "alert.score", query.scoreFrom(), query.scoreTo());
    // A stay touches the period when it ends after the period's beginning and begins before its
    // end.
    addRange(filters, "alert.serviceTo", startOf(query.serviceFrom()), null);
    addRange(filters, "alert.serviceFrom", null, endOf(query.serviceTo()));
    addRange(filters, "alert.raisedAt", startOf(query.raisedFrom()), endOf(query.raisedTo()));
    addRange(filters, "alert.due", text(query.dueFrom()), text(query.dueTo()));
    addIs(filters, not(anyOf("triage.caseId", List.of(""))), query.hasCase());
    addIs(filters, Query.of(q -> q.exists(e -> e.field("triage.reports"))), query.hasReport());
    addIs(filters, anyOf("triage.sample", List.of("true")), query.sample());
    addIs(filters, not(anyOf("triage.recheck", List.of(""))), query.recheck());
    words(query.text()).map(AlertFilters::word).forEach(filters::add);
    return filters;
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null
        ? Stream.empty()
        : SPACE.splitAsStream(text.strip()).filter(word -> !word.isEmpty());
  }

  /** A text as it is, whatever it looks like: its characters in a row. */
  private static Query word(String word) {
    return Query.of(
        q ->
            q.multiMatch(
                match ->
                    match
                        .query(word)
                        .type(TextQueryType.Phrase)
                        .fields("alert.sentences", "alert.institutionName")));
  }

  static Query anyOf(String field, List<String> values) {
    return Query.of(
        q ->
            q.terms(
                terms ->
                    terms
                        .field(field)
                        .terms(list -> list.value(values.stream().map(FieldValue::of).toList()))));
  }

  static Query and(List<Query> filters) {
    return filters.isEmpty()
        ? Query.of(q -> q.matchAll(all -> all))
        : Query.of(q -> q.bool(bool -> bool.filter(filters)));
  }

  private static void addTerm(List<Query> filters, String field, @Nullable String value) {
    if (given(value)) {
      filters.add(Query.of(q -> q.term(term -> term.field(field).value(String.valueOf(value)))));
    }
  }

  private static void addIs(List<Query> filters, Query query, @Nullable Boolean wanted) {
    if (wanted != null) {
      filters.add(wanted ? query : not(query));
    }
  }

  private static Query not(Query query) {
    return Query.of(q -> q.bool(bool -> bool.mustNot(query)));
  }

  private static void addRange(
      List<Query> filters, String field, @Nullable Object from, @Nullable Object to) {
    if (from != null || to != null) {
      filters.add(
          Query.of(
              q ->
                  q.range(
                      range ->
                          range.untyped(
                              whole -> {
                                whole.field(field);
                                if (from != null) {
                                  whole.gte(JsonData.of(from));
                                }
                                if (to != null) {
                                  whole.lte(JsonData.of(to));
                                }
                                return whole;
                              }))));
    }
  }

  /** A day that the search node can read; there are no alerts of days beyond. */
  private static LocalDate near(LocalDate day) {
    return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : near(day).toString();
  }

  private static @Nullable Long startOf(@Nullable LocalDate day) {
    return day == null ? null : ShanghaiTime.startOfDay(near(day).toEpochDay());
  }

  private static @Nullable Long endOf(@Nullable LocalDate day) {
    return day == null ? null : ShanghaiTime.startOfDay(near(day).toEpochDay() + 1) - 1;
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}

package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/** An {@link AlertQuery} as queries of the search node. */
final class AlertFilters {
  private AlertFilters() {}

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
    // A stay touches the period when it ends after the period's beginning and begins before its
    // end.
    if (query.serviceFrom() != null) {
      addRange(filters, "alert.serviceTo", startOf(query.serviceFrom().toEpochDay()), null);
    }
    if (query.serviceTo() != null) {
      addRange(filters, "alert.serviceFrom", null, startOf(query.serviceTo().toEpochDay() + 1) - 1);
    }
    if (given(query.text())) {
      filters.add(
          Query.of(
              q ->
                  q.multiMatch(
                      match ->
                          match
                              .query(query.text())
                              .type(TextQueryType.Phrase)
                              .fields("alert.sentences", "alert.institutionName"))));
    }
    return filters;
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

  private static void addRange(
      List<Query> filters, String field, @Nullable Long from, @Nullable Long to) {
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

  private static long startOf(long epochDay) {
    return ShanghaiTime.startOfDay(epochDay);
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}

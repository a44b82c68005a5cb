package org.fundwatch.alertapi.suppression;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.util.Collection;
import java.util.List;

/** Alerts that a suppression concerns, as queries of the search node. */
final class SuppressionQueries {
  private SuppressionQueries() {}

  /** Alerts that nobody has put aside or let through yet, and nobody looks at just now. */
  static List<Query> toPutAside(String id, Suppression suppression, long now) {
    return List.of(
        term("alert.status", "OPEN"),
        anyOf("triage.state", List.of("NEW", "ASSIGNED")),
        Query.of(
            q ->
                q.range(
                    range ->
                        range.untyped(r -> r.field("triage.takenUntil").lte(JsonData.of(now))))),
        not(term("triage.suppression", id)),
        term(suppression.entity().field(), suppression.code()),
        Query.of(q -> q.prefix(p -> p.field("alert.region").value(suppression.region()))),
        saysNothingElse(suppression));
  }

  /** Alerts put aside of which other rules speak by now. */
  static List<Query> sayingMore(String id, Suppression suppression) {
    return List.of(
        term("triage.state", "SUPPRESSED"),
        term("triage.suppression", id),
        not(saysNothingElse(suppression)));
  }

  /** Alerts put aside by what no longer holds. */
  static List<Query> noLonger(Collection<String> holding) {
    return List.of(term("triage.state", "SUPPRESSED"), not(anyOf("triage.suppression", holding)));
  }

  /** Alerts put off until a moment that has come. */
  static List<Query> toWake(long now) {
    return List.of(
        term("triage.state", "SNOOZED"),
        Query.of(
            q ->
                q.range(
                    range ->
                        range.untyped(r -> r.field("triage.snoozedUntil").lte(JsonData.of(now))))));
  }

  /** As many of the alert's rules are among those of the suppression as it has. */
  private static Query saysNothingElse(Suppression suppression) {
    return Query.of(
        q ->
            q.termsSet(
                set ->
                    set.field("alert.rules")
                        .terms(suppression.rules())
                        .minimumShouldMatchField("alert.ruleCount")));
  }

  static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }

  private static Query not(Query query) {
    return Query.of(q -> q.bool(bool -> bool.mustNot(query)));
  }

  private static Query anyOf(String field, Collection<String> values) {
    return Query.of(
        q ->
            q.terms(
                terms ->
                    terms
                        .field(field)
                        .terms(list -> list.value(values.stream().map(FieldValue::of).toList()))));
  }
}

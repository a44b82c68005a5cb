package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fundwatch.alertapi.alert.AlertInsight.Related;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.springframework.stereotype.Component;

/** Looks around an alert: all questions travel to the search node at once. Thread-safe. */
@Component
class AlertInsights {
  private static final int SHOWN = 5;
  private static final int COUNTED = 1_000;
  private static final int DISPOSITIONS = 50;

  private final AlertStore alerts;
  private final AlertParts parts;
  private final SearchNode node;
  private final Indices indices;

  AlertInsights(AlertStore alerts, AlertParts parts, SearchNode node, Indices indices) {
    this.alerts = alerts;
    this.parts = parts;
    this.node = node;
    this.indices = indices;
  }

  /** All about an alert that the caller sees; of others, what the caller sees of them. */
  AlertInsight of(String id, Caller caller) {
    var document = alerts.find(id, caller);
    var scope = caller.regionFilter("alert.region");
    var questions = related(document);
    var bodies = new ArrayList<MultisearchBody>();
    questions.values().forEach(filters -> bodies.add(others(id, filters, scope)));
    bodies.add(outcomes(document, scope));
    var answers = node.searchAll(indices.alias(Indices.Name.ALERTS), bodies, AlertDocument.class);
    var related = new LinkedHashMap<String, Related>();
    int at = 0;
    for (var name : questions.keySet()) {
      related.put(name, related(answers.get(at++)));
    }
    return AlertInsight.of(
        document,
        parts.appraise(AlertStore.payload(document)),
        related,
        outcomes(document, answers.get(at)));
  }

  /** By what others are related, and the filters that find them. */
  private static Map<String, List<Query>> related(AlertDocument document) {
    var alert = document.alert();
    var questions = new LinkedHashMap<String, List<Query>>();
    if (!alert.person().isEmpty()) {
      questions.put("person", List.of(AlertFilters.anyOf("alert.person", List.of(alert.person()))));
    }
    if (!alert.doctor().isEmpty()) {
      questions.put("doctor", List.of(AlertFilters.anyOf("alert.doctor", List.of(alert.doctor()))));
    }
    questions.put("institutionAndRule", institutionAndRules(alert));
    questions.put("linked", List.of(linked(document)));
    return questions;
  }

  private static List<Query> institutionAndRules(AlertPart alert) {
    return List.of(
        AlertFilters.anyOf("alert.institution", List.of(alert.institution())),
        AlertFilters.anyOf("alert.rules", alert.rules()));
  }

  /** A link is noted with one of the two, and holds both ways. */
  private static Query linked(AlertDocument document) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.should(AlertFilters.anyOf("alert.id", document.triage().links()))
                        .should(AlertFilters.anyOf("triage.links", List.of(document.alert().id())))
                        .minimumShouldMatch("1")));
  }

  private static MultisearchBody others(String id, List<Query> filters, Query scope) {
    return MultisearchBody.of(
        body ->
            body.query(
                    q ->
                        q.bool(
                            bool ->
                                bool.filter(filters)
                                    .filter(scope)
                                    .mustNot(AlertFilters.anyOf("alert.id", List.of(id)))))
                .sort(
                    AlertRequests.sort(AlertOrder.PRIORITY.field(), false),
                    AlertRequests.sort("alert.id", true))
                .source(source -> source.filter(filter -> filter.excludes(AlertRequests.HIDDEN)))
                .trackTotalHits(track -> track.count(COUNTED))
                .size(SHOWN));
  }

  private static MultisearchBody outcomes(AlertDocument document, Query scope) {
    var alert = document.alert();
    return MultisearchBody.of(
        body ->
            body.query(
                    q ->
                        q.bool(
                            bool ->
                                bool.filter(institutionAndRules(alert))
                                    .filter(scope)
                                    .filter(
                                        AlertFilters.anyOf(
                                            "triage.state", List.of("CONFIRMED", "DISMISSED")))
                                    .mustNot(AlertFilters.anyOf("alert.id", List.of(alert.id())))))
                .size(0)
                .aggregations(
                    "rules",
                    rules ->
                        rules
                            .terms(
                                t ->
                                    t.field("alert.rules")
                                        .include(include -> include.terms(alert.rules()))
                                        .size(Math.max(1, alert.rules().size())))
                            .aggregations(
                                "dispositions",
                                dispositions ->
                                    dispositions.terms(
                                        t -> t.field("triage.disposition").size(DISPOSITIONS)))));
  }

  private static Related related(MultiSearchItem<AlertDocument> answer) {
    return new Related(
        Objects.requireNonNull(answer.hits().total()).value(),
        answer.hits().hits().stream()
            .map(Hit::source)
            .map(Objects::requireNonNull)
            .map(AlertSummary::of)
            .toList());
  }

  private static Map<String, Map<String, Long>> outcomes(
      AlertDocument document, MultiSearchItem<AlertDocument> answer) {
    var byRule = new TreeMap<String, Map<String, Long>>();
    document.alert().rules().forEach(rule -> byRule.put(rule, new TreeMap<>()));
    for (var rule :
        Objects.requireNonNull(answer.aggregations().get("rules")).sterms().buckets().array()) {
      var counts = new TreeMap<String, Long>();
      Objects.requireNonNull(rule.aggregations().get("dispositions"))
          .sterms()
          .buckets()
          .array()
          .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
      byRule.put(rule.key().stringValue(), counts);
    }
    return byRule;
  }
}

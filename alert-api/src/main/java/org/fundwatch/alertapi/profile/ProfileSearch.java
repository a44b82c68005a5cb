package org.fundwatch.alertapi.profile;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Component;

/** What the alerts of somebody tell, counted by the search node. Thread-safe. */
@Component
final class ProfileSearch {
  static final int MOST_CASES = 1_000;
  private static final int MOST_PEERS = 10_000;
  private static final int MOST_INSTITUTIONS = 100;
  private static final String CASES = "cases";
  private static final String INSTITUTIONS = "institutions";
  private static final String PEERS = "peers";

  private final SearchNode node;
  private final Indices indices;

  ProfileSearch(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * What alerts tell of somebody.
   *
   * @param last part of the last alert
   * @param caseIds of their cases
   * @param institutions that the alerts are of, most first
   */
  record Told(Last last, Findings findings, List<String> caseIds, List<String> institutions) {}

  /** Of an alert as much as tells where it is from. */
  record Last(String institutionName, String institutionLevel, String region) {
    Last {
      // Of what an alert does not know, nothing is stored.
      institutionName = institutionName == null ? "" : institutionName;
      institutionLevel = institutionLevel == null ? "" : institutionLevel;
      region = region == null ? "" : region;
    }
  }

  /**
   * What alerts tell, empty when there are none that the caller sees.
   *
   * @param field of the alert that names them
   */
  Optional<Told> of(String field, String code, Caller caller) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .query(and(List.of(term(field, code), caller.regionFilter("alert.region"))))
                    .sort(sort -> sort.field(f -> f.field("alert.changedAt").order(SortOrder.Desc)))
                    .source(
                        source ->
                            source.filter(
                                filter ->
                                    filter.includes(
                                        "alert.institutionName",
                                        "alert.institutionLevel",
                                        "alert.region")))
                    .size(1)
                    .aggregations(Findings.questions())
                    .aggregations(
                        CASES, a -> a.terms(t -> t.field("triage.caseId").size(MOST_CASES + 1)))
                    .aggregations(
                        INSTITUTIONS,
                        a -> a.terms(t -> t.field("alert.institution").size(MOST_INSTITUTIONS))));
    SearchResponse<Hit> answer = node.search(request, Hit.class);
    return answer.hits().hits().stream()
        .findFirst()
        .map(
            hit ->
                new Told(
                    Objects.requireNonNull(hit.source()).alert(),
                    Findings.of(answer.aggregations()),
                    keys(answer.aggregations(), CASES),
                    keys(answer.aggregations(), INSTITUTIONS)));
  }

  /** Alerts and amounts of all that alerts of a group name, what was dismissed left out. */
  Map<String, Split.Counted> group(String field, List<Query> group, Caller caller) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .size(0)
                    .query(
                        q ->
                            q.bool(
                                bool ->
                                    bool.filter(group)
                                        .filter(held(), caller.regionFilter("alert.region"))
                                        .mustNot(
                                            term("triage.state", TriageState.DISMISSED.name()))))
                    .aggregations(
                        PEERS,
                        values ->
                            values
                                .terms(terms -> terms.field(field).size(MOST_PEERS))
                                .aggregations(
                                    "amount", sum -> sum.sum(f -> f.field("alert.amountFen")))));
    var counted = new TreeMap<String, Split.Counted>();
    for (var bucket :
        Objects.requireNonNull(node.search(request, Void.class).aggregations().get(PEERS))
            .sterms()
            .buckets()
            .array()) {
      double fen = Objects.requireNonNull(bucket.aggregations().get("amount")).sum().value();
      counted.put(
          bucket.key().stringValue(), new Split.Counted(bucket.docCount(), Math.round(fen)));
    }
    counted.remove("");
    return counted;
  }

  /** Alerts whose findings hold. */
  static Query held() {
    return Query.of(
        q -> q.bool(bool -> bool.mustNot(term("alert.status", AlertStatus.WITHDRAWN.name()))));
  }

  static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }

  static Query prefix(String field, String value) {
    return Query.of(q -> q.prefix(prefix -> prefix.field(field).value(value)));
  }

  private static Query and(List<Query> all) {
    return Query.of(q -> q.bool(bool -> bool.filter(all)));
  }

  private static List<String> keys(Map<String, Aggregate> answer, String name) {
    return Objects.requireNonNull(answer.get(name)).sterms().buckets().array().stream()
        .map(bucket -> bucket.key().stringValue())
        .filter(key -> !key.isEmpty())
        .toList();
  }

  /** A found alert. */
  record Hit(Last alert) {
    Hit {
      alert = alert == null ? new Last("", "", "") : alert;
    }
  }
}

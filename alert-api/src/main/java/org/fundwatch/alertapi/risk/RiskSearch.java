package org.fundwatch.alertapi.risk;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.NamedValue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.Label;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Component;

/** What alerts add to the risk of institutions, counted by the search node. Thread-safe. */
@Component
final class RiskSearch {
  /** With {@link #MOST_EFFORTS} for each below what a search node counts at once (65,536). */
  static final int MOST = 2_000;

  private static final int MOST_EFFORTS = 20;
  private static final double MINUTES_PER_HOUR = 60;
  private static final long PERIOD = Duration.ofDays(90).toMillis();
  private static final List<TriageState> UNDECIDED =
      Stream.of(TriageState.values()).filter(state -> !state.decided()).toList();

  private final SearchNode node;
  private final Indices indices;

  RiskSearch(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /** What alerts tell of an institution. */
  record Told(String code, String name, Map<Factor, Long> values) {}

  /**
   * The institutions of a region with alerts that hold, those of the highest amounts.
   *
   * @param now epoch milliseconds
   */
  List<Told> of(String region, long now, Caller caller) {
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
                                    bool.filter(
                                            caller.regionFilter("alert.region"),
                                            prefix("alert.region", region))
                                        .mustNot(
                                            anyOf("alert.status", AlertStatus.WITHDRAWN.name()),
                                            anyOf("triage.state", TriageState.DISMISSED.name()))))
                    .aggregations(
                        "institutions",
                        values ->
                            values
                                .terms(
                                    terms ->
                                        terms
                                            .field("alert.institution")
                                            .size(MOST)
                                            .order(NamedValue.of("amount", SortOrder.Desc)))
                                .aggregations(questions(now))));
    return Objects.requireNonNull(
            node.search(request, Void.class).aggregations().get("institutions"))
        .sterms()
        .buckets()
        .array()
        .stream()
        .filter(bucket -> !bucket.key().stringValue().isEmpty())
        .map(bucket -> told(bucket.key().stringValue(), bucket.aggregations()))
        .toList();
  }

  private static Map<String, Aggregation> questions(long now) {
    var undecided = UNDECIDED.stream().map(TriageState::name).toArray(String[]::new);
    return Map.of(
        "amount",
        amount(),
        "name",
        Aggregation.of(a -> a.terms(t -> t.field("alert.institutionLabel").size(1))),
        "undecided",
        // No script multiplies here: amount x confidence is the priority times the hours, and the
        // minutes of expected effort are few different ones.
        Aggregation.of(
            a ->
                a.filter(anyOf("triage.state", undecided))
                    .aggregations(
                        "efforts",
                        efforts ->
                            efforts
                                .terms(t -> t.field("alert.effortMinutes").size(MOST_EFFORTS))
                                .aggregations(
                                    "priority", sum -> sum.sum(f -> f.field("alert.priority"))))),
        "confirmed",
        within(anyOf("triage.state", TriageState.CONFIRMED.name())),
        "recent",
        within(ended(now - PERIOD, now)),
        "before",
        within(ended(now - 2 * PERIOD, now - PERIOD)));
  }

  private static Told told(String code, Map<String, Aggregate> answer) {
    var values = new EnumMap<Factor, Long>(Factor.class);
    values.put(Factor.SUSPECTED, suspected(answer));
    values.put(Factor.CONFIRMED, sum(answer, "confirmed"));
    long before = sum(answer, "before");
    long more = sum(answer, "recent") - before;
    values.put(Factor.GROWTH, before == 0 || more <= 0 ? 0 : Math.round(100.0 * more / before));
    var name =
        Objects.requireNonNull(answer.get("name")).sterms().buckets().array().stream()
            .map(bucket -> Label.parse(bucket.key().stringValue()).name())
            .findFirst()
            .orElse("");
    return new Told(code, name, values);
  }

  private static long suspected(Map<String, Aggregate> answer) {
    var undecided = Objects.requireNonNull(answer.get("undecided")).filter().aggregations();
    return Math.round(
        Objects.requireNonNull(undecided.get("efforts")).lterms().buckets().array().stream()
            .mapToDouble(
                bucket ->
                    Objects.requireNonNull(bucket.aggregations().get("priority")).sum().value()
                        * bucket.key()
                        / MINUTES_PER_HOUR)
            .sum());
  }

  private static long sum(Map<String, Aggregate> answer, String name) {
    var within = Objects.requireNonNull(answer.get(name)).filter().aggregations();
    return Math.round(Objects.requireNonNull(within.get("amount")).sum().value());
  }

  private static Aggregation within(Query query) {
    return Aggregation.of(a -> a.filter(query).aggregations("amount", amount()));
  }

  private static Aggregation amount() {
    return Aggregation.of(a -> a.sum(f -> f.field("alert.amountFen")));
  }

  private static Query ended(long after, long until) {
    return Query.of(
        q ->
            q.range(
                range ->
                    range.untyped(
                        whole ->
                            whole
                                .field("alert.serviceTo")
                                .gt(JsonData.of(after))
                                .lte(JsonData.of(until)))));
  }

  private static Query prefix(String field, String value) {
    return Query.of(q -> q.prefix(prefix -> prefix.field(field).value(value)));
  }

  private static Query anyOf(String field, String... values) {
    var wanted = Stream.of(values).map(FieldValue::of).toList();
    return Query.of(q -> q.terms(terms -> terms.field(field).terms(in -> in.value(wanted))));
  }
}

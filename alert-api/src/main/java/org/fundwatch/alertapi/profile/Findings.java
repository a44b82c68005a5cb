package org.fundwatch.alertapi.profile;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.Label;
import org.fundwatch.domain.alert.AlertStatus;

/**
 * What is said of somebody. Closed alerts are counted and told apart; withdrawn ones are no
 * findings.
 *
 * @param all alerts that were not withdrawn
 * @param withdrawn alerts whose findings later facts took back; counted nowhere else
 * @param rules by rule; an alert of two rules counts with both, so these do not add up to all
 * @param months by the month in which the service ended, the first first
 */
public record Findings(Split all, long withdrawn, List<OfRule> rules, List<OfMonth> months) {
  private static final String HELD = "held";
  private static final String WITHDRAWN = "withdrawn";
  private static final String RULES = "rules";
  private static final String MONTHS = "months";
  private static final int MOST_RULES = 200;

  public Findings {
    rules = List.copyOf(rules);
    months = List.copyOf(months);
  }

  /** Of one rule or model. */
  public record OfRule(String rule, String nameZh, Split alerts) {}

  /**
   * Of one month.
   *
   * @param month such as {@code 2026-01}, in China
   */
  public record OfMonth(String month, Split alerts, List<OfRule> rules) {}

  /** The questions, to be asked of the alerts of somebody. */
  static Map<String, Aggregation> questions() {
    var rules =
        Aggregation.of(
            values ->
                values
                    .terms(terms -> terms.field("alert.ruleLabels").size(MOST_RULES))
                    .aggregations(Split.question()));
    var months =
        Aggregation.of(
            values ->
                values
                    .dateHistogram(
                        dates ->
                            dates
                                .field("alert.serviceTo")
                                .calendarInterval(CalendarInterval.Month)
                                .timeZone("+08:00")
                                .format("yyyy-MM")
                                .minDocCount(1))
                    .aggregations(Split.question())
                    .aggregations(RULES, rules));
    return Map.of(
        WITHDRAWN,
        Aggregation.of(
            a ->
                a.filter(
                    q -> q.term(t -> t.field("alert.status").value(AlertStatus.WITHDRAWN.name())))),
        HELD,
        Aggregation.of(
            a ->
                a.filter(ProfileSearch.held())
                    .aggregations(Split.question())
                    .aggregations(RULES, rules)
                    .aggregations(MONTHS, months)));
  }

  /** The answers. */
  static Findings of(Map<String, Aggregate> answers) {
    var held = Objects.requireNonNull(answers.get(HELD)).filter().aggregations();
    return new Findings(
        Split.of(held),
        Objects.requireNonNull(answers.get(WITHDRAWN)).filter().docCount(),
        rules(held),
        Objects.requireNonNull(held.get(MONTHS)).dateHistogram().buckets().array().stream()
            .map(
                bucket ->
                    new OfMonth(
                        Objects.requireNonNull(bucket.keyAsString()),
                        Split.of(bucket.aggregations()),
                        rules(bucket.aggregations())))
            .toList());
  }

  private static List<OfRule> rules(Map<String, Aggregate> answers) {
    return Objects.requireNonNull(answers.get(RULES)).sterms().buckets().array().stream()
        .map(
            bucket -> {
              var label = Label.parse(bucket.key().stringValue());
              return new OfRule(label.code(), label.name(), Split.of(bucket.aggregations()));
            })
        .toList();
  }
}

package org.fundwatch.alertapi.profile;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.TriageState;

/**
 * Alerts by what people have made of them. They are never added up: what is suspected is not what
 * is confirmed.
 *
 * @param suspected nobody has decided
 * @param confirmed it holds, as far as the desk can see
 * @param dismissed it does not hold
 */
public record Split(Counted suspected, Counted confirmed, Counted dismissed) {
  static final Split NONE = new Split(Counted.NONE, Counted.NONE, Counted.NONE);
  private static final String STATES = "states";
  private static final String AMOUNT = "amount";

  /**
   * How many, and how much is at risk in them.
   *
   * @param alerts that were not withdrawn
   * @param amountFen sum of their amounts
   */
  public record Counted(long alerts, long amountFen) {
    static final Counted NONE = new Counted(0, 0);

    private Counted and(long more, long fen) {
      return new Counted(alerts + more, amountFen + fen);
    }
  }

  /** The question, to be asked of a set of alerts. */
  static Map<String, Aggregation> question() {
    return Map.of(
        STATES,
        Aggregation.of(
            states ->
                states
                    .terms(terms -> terms.field("triage.state").size(TriageState.values().length))
                    .aggregations(AMOUNT, sum -> sum.sum(f -> f.field("alert.amountFen")))));
  }

  /** The answer. */
  static Split of(Map<String, Aggregate> answer) {
    var split = NONE;
    for (var bucket : Objects.requireNonNull(answer.get(STATES)).sterms().buckets().array()) {
      var state = TriageState.valueOf(bucket.key().stringValue());
      long fen =
          Math.round(Objects.requireNonNull(bucket.aggregations().get(AMOUNT)).sum().value());
      split = split.and(state, bucket.docCount(), fen);
    }
    return split;
  }

  private Split and(TriageState state, long alerts, long fen) {
    return switch (state) {
      case CONFIRMED -> new Split(suspected, confirmed.and(alerts, fen), dismissed);
      case DISMISSED -> new Split(suspected, confirmed, dismissed.and(alerts, fen));
      case NEW, ASSIGNED, SNOOZED, SUPPRESSED ->
          new Split(suspected.and(alerts, fen), confirmed, dismissed);
    };
  }
}

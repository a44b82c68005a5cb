package org.fundwatch.benchmarks.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.simulation.FraudKind;
import org.fundwatch.simulation.TruthEntry;

/**
 * What one rule or model found in a simulated world, by what its findings are about.
 *
 * @param rule its id
 * @param findings all that hold
 * @param amountFen the amount at risk of all, in fen
 * @param onFraud findings on an injected fraud
 * @param byFraud the same by kind; a finding on several counts for each
 * @param onLookAlike findings on an honest case that resembles a fraud
 * @param onOrdinary findings on everyday care, in which nothing was injected
 */
public record RuleFindings(
    String rule,
    int findings,
    long amountFen,
    int onFraud,
    Map<FraudKind, Integer> byFraud,
    int onLookAlike,
    int onOrdinary) {

  public RuleFindings {
    byFraud = Map.copyOf(byFraud);
  }

  /** The fraud that most of its findings are on, with their number; empty where there is none. */
  String mostOn() {
    return byFraud.entrySet().stream()
        .max(Map.Entry.<FraudKind, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(most -> most.getKey().name().toLowerCase(Locale.ROOT) + " " + most.getValue())
        .orElse("");
  }

  /** Adds up one rule's findings. */
  static final class Sum {
    private final String rule;
    private final Map<FraudKind, Integer> byFraud = new EnumMap<>(FraudKind.class);
    private int findings;
    private long amountFen;
    private int onFraud;
    private int onLookAlike;
    private int onOrdinary;

    Sum(String rule) {
      this.rule = rule;
    }

    /**
     * Counts a finding.
     *
     * @param about the cases of the truth that it can be about
     */
    void add(Finding finding, List<TruthEntry> about) {
      findings++;
      amountFen += finding.amountFen();
      Set<FraudKind> frauds =
          about.stream()
              .filter(TruthEntry::fraudulent)
              .map(TruthEntry::fraud)
              .collect(Collectors.toSet());
      frauds.forEach(kind -> byFraud.merge(kind, 1, Integer::sum));
      if (!frauds.isEmpty()) {
        onFraud++;
      } else if (!about.isEmpty()) {
        onLookAlike++;
      } else {
        onOrdinary++;
      }
    }

    RuleFindings done() {
      return new RuleFindings(rule, findings, amountFen, onFraud, byFraud, onLookAlike, onOrdinary);
    }
  }
}

package org.fundwatch.simulation.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.simulation.Form;
import org.fundwatch.simulation.TruthEntry;

/**
 * How the rules of one purpose did.
 *
 * @param rule the purpose's name
 * @param injected frauds it is made for, by form
 * @param found those of them on which it has a finding, by form
 * @param missed the frauds without
 * @param right findings on a fraud that it is made for
 * @param akin findings on a fraud whose deed breaks the rule as well
 * @param otherFraud findings on a fraud of another kind
 * @param falseAlarms findings on no fraud
 * @param lookAlikes honest cases that resemble what it is made for
 * @param disturbed those of them on which it has a finding
 */
public record RuleScore(
    String rule,
    Map<Form, Integer> injected,
    Map<Form, Integer> found,
    List<TruthEntry> missed,
    int right,
    int akin,
    List<Finding> otherFraud,
    List<Finding> falseAlarms,
    int lookAlikes,
    List<TruthEntry> disturbed) {

  public RuleScore {
    injected = new EnumMap<>(injected);
    found = new EnumMap<>(found);
    missed = List.copyOf(missed);
    otherFraud = List.copyOf(otherFraud);
    falseAlarms = List.copyOf(falseAlarms);
    disturbed = List.copyOf(disturbed);
  }

  /** Right and akin findings, of all its findings; 1 where there is none. */
  public double precision() {
    int good = right + akin;
    int all = good + otherFraud.size() + falseAlarms.size();
    return all == 0 ? 1 : (double) good / all;
  }

  /** Frauds found, of those injected in this form; 1 where none was. */
  public double recall(Form form) {
    int of = injected.getOrDefault(form, 0);
    return of == 0 ? 1 : (double) found.getOrDefault(form, 0) / of;
  }

  int injectedInAll() {
    return injected.values().stream().mapToInt(Integer::intValue).sum();
  }

  int foundInAll() {
    return found.values().stream().mapToInt(Integer::intValue).sum();
  }
}

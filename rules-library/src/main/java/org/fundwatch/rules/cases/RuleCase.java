package org.fundwatch.rules.cases;

import java.util.List;
import java.util.Optional;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.source.YamlValue;

/**
 * One case of a rule: small invented facts, and what the rule must say to them.
 *
 * @param name unique within the rule
 * @param because why
 * @param facts the facts
 * @param fires true where the rule must find something
 * @param amountFen the sum of amounts of its findings, where the case states it
 * @param excusedBy the exception that must keep it quiet, where the case names one
 * @param edges parameters of which the case tests one side
 * @param place for issues
 */
public record RuleCase(
    String name,
    String because,
    Facts facts,
    boolean fires,
    Optional<Long> amountFen,
    Optional<String> excusedBy,
    List<String> edges,
    YamlValue place) {

  public RuleCase {
    edges = List.copyOf(edges);
  }
}

package org.fundwatch.simulation.quality;

import java.util.Set;
import org.fundwatch.simulation.FraudKind;

/**
 * What rules are for. Rules that share a fraud between them (the same pack sold twice at one
 * pharmacy, or at two) are scored together.
 *
 * @param name shown in the table
 * @param rules ids of the rules
 * @param frauds the frauds they are made for
 * @param akin frauds whose deed breaks these rules as well: findings on them are right, but none is
 *     missed where there is no finding
 */
public record Purpose(String name, Set<String> rules, Set<FraudKind> frauds, Set<FraudKind> akin) {

  public Purpose {
    rules = Set.copyOf(rules);
    frauds = Set.copyOf(frauds);
    akin = Set.copyOf(akin);
  }

  /** Rules for frauds of their own. */
  public Purpose(String name, Set<String> rules, Set<FraudKind> frauds) {
    this(name, rules, frauds, Set.of());
  }

  /** One rule for one fraud. */
  public static Purpose of(String rule, FraudKind fraud) {
    return new Purpose(rule, Set.of(rule), Set.of(fraud));
  }
}

package org.fundwatch.alertapi.priority;

/**
 * How often people confirmed the alerts of a rule or model, as it was counted at a closing.
 *
 * @param rule its id
 * @param confirmed decided alerts that held, 0 or more
 * @param dismissed decided alerts that did not, 0 or more
 * @param closing number of the closing, from 1
 * @param measuredAt its moment, epoch milliseconds
 */
public record Figure(String rule, long confirmed, long dismissed, int closing, long measuredAt) {

  public Figure {
    if (confirmed < 0 || dismissed < 0) {
      throw new IllegalArgumentException(
          "%s: %d confirmed, %d dismissed; allowed are 0 and more"
              .formatted(rule, confirmed, dismissed));
    }
  }
}

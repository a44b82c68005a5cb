package org.fundwatch.streaming.judging;

import java.util.List;

/**
 * What one part of a desk has counted of a rule since the part was started.
 *
 * @param rule the rule's id
 * @param shadow true for a rule on trial, which makes no alerts
 * @param judged how often it was asked
 * @param fired how often it said something new or other than before
 * @param withdrawn how often it took something back
 * @param failed how often it could not be evaluated
 * @param samples the last of what a rule on trial would have said: the id of the alert, the
 *     institution, the day and the amount, without anything about a person
 */
public record RuleTally(
    String rule,
    boolean shadow,
    long judged,
    long fired,
    long withdrawn,
    long failed,
    List<String> samples) {

  public RuleTally {
    samples = List.copyOf(samples);
  }
}

package org.fundwatch.domain.finding;

/**
 * How much a feature moved a model's score.
 *
 * @param feature the feature's name
 * @param value the feature's value in this case
 * @param weight its share of the score, in log-odds for a classifier; positive speaks for the alert
 */
public record Attribution(String feature, double value, double weight) {}

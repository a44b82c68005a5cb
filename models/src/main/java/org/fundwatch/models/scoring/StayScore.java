package org.fundwatch.models.scoring;

/**
 * What a model says of a stay.
 *
 * @param raw the model's own score, larger is more suspicious: calibrated log-odds of a classifier,
 *     distance outside of the ordinary of an outlier model
 * @param probability calibrated, in 0..1: of the label for a classifier; for an outlier model one
 *     minus the share of ordinary stays that are at least as unusual
 * @param told true where the score passes the model's threshold
 */
public record StayScore(double raw, double probability, boolean told) {}

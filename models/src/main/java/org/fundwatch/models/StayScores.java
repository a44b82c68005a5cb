package org.fundwatch.models;

import org.fundwatch.models.scoring.StayScore;

/**
 * What each model says of one stay.
 *
 * @param lowThreshold probability of an admission below the threshold of inpatient care
 * @param unusual how unusual the stay is among its peers
 */
public record StayScores(StayScore lowThreshold, StayScore unusual) {}

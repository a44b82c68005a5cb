package org.fundwatch.streaming.period;

import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Cause;

/**
 * That a settlement counts, or counts no longer, in a period of a doctor or an institution.
 *
 * @param key owner and period
 * @param visit the settlement
 * @param stands false where it was reversed, or corrected so that it belongs to another period
 * @param cause the event that changed it
 */
public record VisitChange(String key, Visit visit, boolean stands, Cause cause) {}

package org.fundwatch.streaming.period;

import org.fundwatch.domain.desk.Visit;

/**
 * That a settlement counts, or counts no longer, in a period of a doctor or an institution.
 *
 * @param key owner and period
 * @param visit the settlement
 * @param stands false where it was reversed, or corrected so that it belongs to another period
 * @param cause message id of the event that changed it
 * @param atMillis when that event was sent
 */
public record VisitChange(String key, Visit visit, boolean stands, String cause, long atMillis) {}

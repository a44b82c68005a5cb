package org.fundwatch.domain.alert;

/**
 * One step in the life of an alert.
 *
 * @param version the alert's version after it
 * @param atMillis when the causing event was sent
 * @param cause message id of the causing event
 * @param change what happened, such as {@code raised IP01-split-admission} or {@code withdrew ...}
 */
public record Amendment(int version, long atMillis, String cause, String change) {}

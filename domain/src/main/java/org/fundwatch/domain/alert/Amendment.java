package org.fundwatch.domain.alert;

import java.util.List;

/**
 * One step in the life of an alert.
 *
 * @param version the alert's version after it
 * @param atMillis when the causing event was sent
 * @param cause message id of the causing event
 * @param transaction {@code infno} of the causing event; empty in alerts of before it was noted
 * @param change what happened, such as {@code raised IP01-split-admission}, {@code amended ...} or
 *     {@code withdrew ...}
 * @param findingId the finding it happened to; empty in alerts of before it was noted
 * @param values the values that an amendment changed
 */
public record Amendment(
    int version,
    long atMillis,
    String cause,
    String transaction,
    String change,
    String findingId,
    List<ValueChange> values) {

  public Amendment {
    transaction = transaction == null ? "" : transaction;
    findingId = findingId == null ? "" : findingId;
    values = values == null ? List.of() : List.copyOf(values);
  }
}

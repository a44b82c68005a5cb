package org.fundwatch.streaming.intake;

import java.util.List;
import org.fundwatch.domain.json.Fault;

/**
 * A message that could not be taken in, with all that is needed to mend and replay it.
 *
 * @param schema version of this record's layout
 * @param place where it was found
 * @param reason what kind of trouble
 * @param faults every fault found, without personal data
 * @param refusedMillis when it was refused
 * @param keyId which key it is sealed under, see {@link DeadLetterSeal#keyId}
 * @param sealed the message, encrypted
 */
// Only carries the bytes; nobody compares letters.
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetter(
    int schema,
    Place place,
    Reason reason,
    List<Fault> faults,
    long refusedMillis,
    String keyId,
    byte[] sealed) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public DeadLetter {
    faults = List.copyOf(faults);
  }

  /** What kind of trouble. */
  public enum Reason {
    /** No JSON object, or too large. */
    UNREADABLE,
    /** JSON, but fields are missing or not allowed. */
    INVALID,
    /** From the future, beyond the tolerated clock skew. */
    FUTURE
  }
}

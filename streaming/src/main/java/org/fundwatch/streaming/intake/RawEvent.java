package org.fundwatch.streaming.intake;

/**
 * A message as it was found. It holds personal data: it goes from a source to the intake in the
 * same task and never further.
 *
 * @param place where it was found
 * @param bytes what should be the JSON of a settlement event
 */
// Only carries the bytes; nobody compares messages.
@SuppressWarnings("ArrayRecordComponent")
public record RawEvent(Place place, byte[] bytes) {

  /** The place alone: the bytes must not end up in a log. */
  @Override
  public String toString() {
    return "RawEvent[" + place + "]";
  }
}

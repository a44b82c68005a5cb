package org.fundwatch.alertapi.journal;

/**
 * An entry that is to be.
 *
 * @param stream where
 * @param after sequence of the entry that it follows, 0 for the first of a stream
 * @param type what was done
 * @param body the feature's own record, written as JSON
 * @param by user name
 * @param requestKey of the request that it answers, see {@link RequestKeys}; empty for none
 */
public record Draft(
    StreamId stream, int after, String type, Object body, String by, String requestKey) {

  public Draft {
    if (after < 0 || type.isBlank()) {
      throw new IllegalArgumentException(
          "%s: entry of type '%s' after %d; a type and a number from 0 are wanted"
              .formatted(stream, type, after));
    }
  }

  /** One that answers no request with a key. */
  public Draft(StreamId stream, int after, String type, Object body, String by) {
    this(stream, after, type, body, by, "");
  }
}

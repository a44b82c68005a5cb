package org.fundwatch.alertapi.journal;

/**
 * Something that somebody did, as it was written down for good.
 *
 * @param stream what it happened to
 * @param sequence from 1 without gaps
 * @param type what was done, in the words of the feature that wrote it
 * @param at epoch milliseconds
 * @param by user name
 * @param body canonical JSON of the feature's own record
 * @param previousHash hash of the entry before, empty for the first
 * @param hash of all of the above, see {@link Chain}
 */
public record Entry(
    StreamId stream,
    int sequence,
    String type,
    long at,
    String by,
    String body,
    String previousHash,
    String hash) {

  /**
   * The feature's own record.
   *
   * @throws IllegalStateException when the body is no such record
   */
  public <T> T body(Class<T> form) {
    try {
      return BodyJson.read(body, form);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s, entry %d (%s): its body is no %s"
              .formatted(stream, sequence, type, form.getSimpleName()),
          e);
    }
  }
}

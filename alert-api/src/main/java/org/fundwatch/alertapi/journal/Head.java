package org.fundwatch.alertapi.journal;

/**
 * Where a stream ends, kept apart from it.
 *
 * @param kind with the stream: whose head it is
 * @param stream id of the stream among its kind
 * @param sequence of the last entry on the topic
 * @param hash of that entry
 * @param seal HMAC over the rest, see {@link Seals}
 */
public record Head(Kind kind, String stream, int sequence, String hash, String seal) {

  StreamId streamId() {
    return new StreamId(kind, stream);
  }

  /** The id of its document. */
  String id() {
    return streamId().toString();
  }
}

package org.fundwatch.alertapi.journal;

/**
 * An entry as it is stored and as it is published; see {@link Entry} for what is not said here.
 *
 * @param stream id of the stream among its kind
 * @param seal proof that one of us wrote it, see {@link Seals}
 * @param requestKey of the request that it answers, empty for none
 * @param relayed true once it is on its topic: it is its own outbox
 */
public record EntryDocument(
    Kind kind,
    String stream,
    int sequence,
    String type,
    long at,
    String by,
    String body,
    String previousHash,
    String hash,
    String seal,
    String requestKey,
    boolean relayed) {
  /** Field that says whether an entry is on its topic. */
  static final String RELAYED = "relayed";

  static EntryDocument of(Entry entry, String seal, String requestKey) {
    return new EntryDocument(
        entry.stream().kind(),
        entry.stream().id(),
        entry.sequence(),
        entry.type(),
        entry.at(),
        entry.by(),
        entry.body(),
        entry.previousHash(),
        entry.hash(),
        seal,
        requestKey,
        false);
  }

  /** The same, as it is once it is on its topic. */
  EntryDocument onTopic() {
    return new EntryDocument(
        kind, stream, sequence, type, at, by, body, previousHash, hash, seal, requestKey, true);
  }

  String id() {
    return streamId().document(sequence);
  }

  StreamId streamId() {
    return new StreamId(kind, stream);
  }

  Entry entry() {
    return new Entry(streamId(), sequence, type, at, by, body, previousHash, hash);
  }
}

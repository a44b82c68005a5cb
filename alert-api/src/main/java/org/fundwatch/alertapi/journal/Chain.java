package org.fundwatch.alertapi.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How entries hold on to each other: the hash of an entry is SHA-256 over the hash of the entry
 * before, kind, stream, sequence, type, moment, user and body, each with its length before it, so
 * that no two entries give the same bytes.
 */
final class Chain {
  /** What the first entry of a stream has for the hash of the one before. */
  static final String BEGINNING = "";

  private Chain() {}

  /** The entry that a draft becomes. */
  static Entry link(Draft draft, String previousHash, long at) {
    int sequence = draft.after() + 1;
    var body = BodyJson.write(draft.body());
    var hash = hash(previousHash, draft.stream(), sequence, draft.type(), at, draft.by(), body);
    return new Entry(
        draft.stream(), sequence, draft.type(), at, draft.by(), body, previousHash, hash);
  }

  /** The hash that an entry must have for what it says. */
  static String hash(Entry entry) {
    return hash(
        entry.previousHash(),
        entry.stream(),
        entry.sequence(),
        entry.type(),
        entry.at(),
        entry.by(),
        entry.body());
  }

  private static String hash(
      String previousHash,
      StreamId stream,
      int sequence,
      String type,
      long at,
      String by,
      String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part :
          new String[] {
            previousHash,
            stream.kind().name(),
            stream.id(),
            Integer.toString(sequence),
            type,
            Long.toString(at),
            by,
            body
          }) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

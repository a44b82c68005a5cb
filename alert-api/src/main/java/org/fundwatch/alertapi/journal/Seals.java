package org.fundwatch.alertapi.journal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals entries, and the heads of streams, with HMAC-SHA-256 under a key from outside: who can
 * write to the search node can make a chain of hashes that fits, but no seal. Thread-safe.
 */
@Component
final class Seals {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  Seals(JournalSettings settings) {
    key = new SecretKeySpec(settings.keyBytes(), HMAC);
  }

  /** The seal of an entry; its hash stands for all of it. */
  String entry(Entry entry) {
    return seal("entry\n" + entry.hash());
  }

  /** The sealed head of a stream that ends with an entry. */
  Head head(Entry last) {
    var stream = last.stream();
    var seal = seal(text(stream, last.sequence(), last.hash()));
    return new Head(stream.kind(), stream.id(), last.sequence(), last.hash(), seal);
  }

  /** True when one of us has written the entry, and just as it is. */
  boolean genuine(EntryDocument entry) {
    return entry.hash().equals(Chain.hash(entry.entry())) && holds(entry);
  }

  /** True when the entry has the seal that one of us gave to its hash. */
  boolean holds(EntryDocument entry) {
    return equal(entry.seal(), entry(entry.entry()));
  }

  /** True when the head has the seal that one of us gave it. */
  boolean holds(Head head) {
    return equal(head.seal(), seal(text(head.streamId(), head.sequence(), head.hash())));
  }

  private static String text(StreamId stream, int sequence, String hash) {
    return "head\n%s\n%d\n%s\n%s".formatted(stream.kind(), sequence, hash, stream.id());
  }

  private String seal(String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  private static boolean equal(String found, String expected) {
    return found != null
        && MessageDigest.isEqual(
            found.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}

package org.fundwatch.alertapi.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The random numbers of a draw: the {@code n}th is SHA-256 of fingerprint, seed and {@code n}, read
 * as a number without sign. With 256 bits the remainder by any real weight is even to the eye of
 * any test; and a shell can compute it.
 */
final class Numbers {
  private final String prefix;
  private int drawn;

  Numbers(String fingerprint, String seed) {
    this.prefix = fingerprint + '\n' + seed + '\n';
  }

  /** The next number from 0 to {@code bound - 1}. */
  long below(long bound) {
    drawn++;
    var hash = sha256((prefix + drawn).getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, hash).mod(BigInteger.valueOf(bound)).longValueExact();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

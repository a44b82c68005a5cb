package org.fundwatch.alertapi.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Draws a share of things by a seed that anybody can repeat. */
public final class SeededShare {
  private static final double RANGE = 0x1p63;

  private SeededShare() {}

  /**
   * True when a thing is drawn: when the first 63 bits of SHA-256 over seed, line feed and id, as a
   * fraction of their range, lie below the share.
   *
   * @param share 0 for none to 1 for all
   */
  public static boolean draws(String seed, String id, double share) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest((seed + '\n' + id).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 1) / RANGE < share;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

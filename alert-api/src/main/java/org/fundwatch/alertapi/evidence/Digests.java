package org.fundwatch.alertapi.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * What a text is told by.
 *
 * @param sha256 of its UTF-8 bytes in hexadecimal
 * @param sm3 of the same in hexadecimal (GB/T 32905)
 */
public record Digests(String sha256, String sm3) {

  /** The digests of a text. */
  public static Digests of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var sm3 = new SM3Digest();
    sm3.update(bytes, 0, bytes.length);
    var sm3Bytes = new byte[sm3.getDigestSize()];
    sm3.doFinal(sm3Bytes, 0);
    var hex = HexFormat.of();
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Digests(hex.formatHex(sha256), hex.formatHex(sm3Bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

package org.fundwatch.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a person number by a token: HMAC-SHA-256 under a secret key, cut to 128 bits. The same
 * number has the same token, and without the key nobody can go back by trying numbers. Not
 * thread-safe.
 */
public final class PersonTokens {

  private static final int MIN_KEY_BYTES = 16;
  private static final int TOKEN_BYTES = 16;

  private final Mac mac;

  /**
   * @param key at least 16 secret bytes
   * @throws IllegalArgumentException when the key is shorter
   */
  public PersonTokens(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "token key: %d bytes; at least %d".formatted(key.length, MIN_KEY_BYTES));
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /** The token of a person number: {@code T} and 32 hexadecimal digits. */
  public String token(String personNo) {
    byte[] digest = mac.doFinal(personNo.getBytes(StandardCharsets.UTF_8));
    return "T" + HexFormat.of().formatHex(digest, 0, TOKEN_BYTES);
  }
}

package org.fundwatch.streaming.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals refused messages, which hold personal data: AES-GCM with a fresh 96-bit nonce before the
 * cipher text, bound to the place of the message. Not thread-safe.
 */
public final class DeadLetterSeal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final String keyId;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 secret bytes
   * @throws IllegalArgumentException when it has another length
   */
  public DeadLetterSeal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "dead-letter key: %d bytes; exactly %d".formatted(key.length, KEY_BYTES));
    }
    this.key = new SecretKeySpec(key, "AES");
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      keyId = HexFormat.of().formatHex(digest, 0, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /** Eight hexadecimal digits that tell keys apart and say nothing about them. */
  public String keyId() {
    return keyId;
  }

  byte[] seal(RawEvent raw) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, raw.place());
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(raw.bytes().length));
      cipher.doFinal(raw.bytes(), 0, raw.bytes().length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /**
   * The message of a letter, as it was found.
   *
   * @throws IllegalArgumentException when the letter was sealed under another key, or was changed
   */
  public byte[] open(DeadLetter letter) {
    byte[] sealed = letter.sealed();
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, letter.place())
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "dead letter of %s: cannot be opened; it was sealed under key %s, this key is %s"
              .formatted(letter.place(), letter.keyId(), keyId),
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Place place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.toString().getBytes(UTF_8));
    return cipher;
  }
}

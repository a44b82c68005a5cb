package org.fundwatch.alertapi.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Encrypts a field of a record: {@code fw1.<key id>.<nonce, ciphertext and tag in base64url>}. What
 * was encrypted for one record and field opens for no other, so that nobody can move a value to
 * where they may read it. Thread-safe.
 */
@Component
public final class FieldCipher {
  private static final String FORM = "fw1";
  private static final int PARTS = 3;

  private final String current;
  private final Map<String, Held> keys = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  FieldCipher(FieldSettings settings) {
    current = settings.key();
    settings.keys().forEach((id, key) -> keys.put(id, new Held(key.cipher(), key.bytes(id))));
  }

  /** A key with what it is for. */
  private static final class Held {
    private final FieldAlgorithm algorithm;
    private final byte[] bytes;

    Held(FieldAlgorithm algorithm, byte[] bytes) {
      this.algorithm = algorithm;
      this.bytes = bytes;
    }

    byte[] run(boolean seal, byte[] nonce, byte[] associated, byte[] text)
        throws GeneralSecurityException {
      return algorithm.run(seal, bytes, nonce, associated, text);
    }
  }

  /** True when there is a key to encrypt with. */
  public boolean ready() {
    return !current.isEmpty();
  }

  /** True when a text is what {@link #seal} makes. */
  public static boolean isSealed(String text) {
    return text.startsWith(FORM + ".");
  }

  /**
   * Encrypts a field.
   *
   * @param record id of the record, with its kind, such as {@code report/R-1}
   * @param field its name
   * @throws IllegalStateException when there is no key
   */
  public String seal(String record, String field, String plain) {
    var key = keys.get(current);
    if (key == null) {
      throw new IllegalStateException("fundwatch.fields.key: none; nothing can be encrypted");
    }
    var nonce = new byte[FieldAlgorithm.NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var text = key.run(true, nonce, place(current, record, field), plain.getBytes(UTF_8));
      var whole = ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
      return FORM
          + "."
          + current
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(key.algorithm + ": part of every build", e);
    }
  }

  /**
   * Decrypts a field.
   *
   * @throws FieldSealException when it was changed, moved from another record or field, or its key
   *     is not here; never with the text
   */
  public String open(String record, String field, String sealed) {
    var parts = sealed.split("\\.", -1);
    if (parts.length != PARTS || !parts[0].equals(FORM)) {
      throw new FieldSealException("%s of %s: not encrypted by us".formatted(field, record));
    }
    var key = keys.get(parts[1]);
    if (key == null) {
      throw new FieldSealException(
          "%s of %s: encrypted under a key '%s' that fundwatch.fields.keys does not have"
              .formatted(field, record, parts[1]));
    }
    try {
      var whole = Base64.getUrlDecoder().decode(parts[2]);
      // The JDK takes no text at all for an empty one, and asks for no tag.
      if (whole.length < FieldAlgorithm.NONCE_BYTES + FieldAlgorithm.TAG_BYTES) {
        throw new GeneralSecurityException("too short");
      }
      var nonce = Arrays.copyOf(whole, FieldAlgorithm.NONCE_BYTES);
      var text = Arrays.copyOfRange(whole, FieldAlgorithm.NONCE_BYTES, whole.length);
      return new String(key.run(false, nonce, place(parts[1], record, field), text), UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new FieldSealException(
          "%s of %s: changed since it was encrypted, or not encrypted for this field"
              .formatted(field, record));
    }
  }

  /** Where the text belongs; each part with its length, so that no two places read the same. */
  private static byte[] place(String key, String record, String field) {
    var parts =
        List.of(
            FORM.getBytes(UTF_8),
            key.getBytes(UTF_8),
            record.getBytes(UTF_8),
            field.getBytes(UTF_8));
    int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    var place = ByteBuffer.allocate(length);
    parts.forEach(part -> place.putInt(part.length).put(part));
    return place.array();
  }
}

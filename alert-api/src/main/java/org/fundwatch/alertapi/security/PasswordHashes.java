package org.fundwatch.alertapi.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with BCrypt, and remembers in memory which have been right: a request of the API
 * carries the password each time, and BCrypt is slow on purpose.
 *
 * <p>Remembered is an HMAC under a key that this process draws at its start and that never leaves
 * it. Thread-safe.
 */
public final class PasswordHashes implements PasswordEncoder {
  private static final int KEY_BYTES = 32;
  private static final int BCRYPT_LIMIT_BYTES = 72;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
  private final Map<String, byte[]> right = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  PasswordHashes() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * The BCrypt hash of a password.
   *
   * @throws IllegalArgumentException for an empty one, or one longer than the 72 bytes that count
   */
  public static String hash(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > BCRYPT_LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "password: %d bytes; allowed are 1 to %d".formatted(bytes, BCRYPT_LIMIT_BYTES));
    }
    var hash = new BCryptPasswordEncoder().encode(password);
    if (hash == null) {
      throw new IllegalStateException("a password that is there has a hash");
    }
    return hash;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return bcrypt.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    if (password == null || hash == null) {
      return false;
    }
    var mark = mark(password);
    var known = right.get(hash);
    if (known != null && MessageDigest.isEqual(known, mark)) {
      return true;
    }
    boolean matches = bcrypt.matches(password, hash);
    if (matches) {
      right.put(hash, mark);
    }
    return matches;
  }

  private byte[] mark(CharSequence password) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}

package org.fundwatch.alertapi.fields;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Ciphers that fields can be encrypted with; both say by a tag whether anything was changed. */
public enum FieldAlgorithm {
  /** AES-256 in Galois/counter mode (NIST SP 800-38D). */
  AES_GCM(32) {
    @Override
    byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] associated, byte[] text)
        throws GeneralSecurityException {
      Key secret = new SecretKeySpec(key, "AES");
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          secret,
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated);
      return cipher.doFinal(text);
    }
  },

  /** SM4 (GB/T 32907) in the same mode, as RFC 8998 uses it. */
  SM4_GCM(16) {
    @Override
    byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] associated, byte[] text)
        throws GeneralSecurityException {
      var cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
      var out = new byte[cipher.getOutputSize(text.length)];
      try {
        int length = cipher.processBytes(text, 0, text.length, out, 0);
        return Arrays.copyOf(out, length + cipher.doFinal(out, length));
      } catch (InvalidCipherTextException e) {
        throw new GeneralSecurityException(e);
      }
    }
  };

  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;
  private static final int TAG_BITS = TAG_BYTES * 8;

  private final int keyBytes;

  FieldAlgorithm(int keyBytes) {
    this.keyBytes = keyBytes;
  }

  /** How long a key is. */
  int keyBytes() {
    return keyBytes;
  }

  /**
   * Encrypts or decrypts.
   *
   * @param seal true to encrypt {@code text} to ciphertext and tag, false for the way back
   * @param nonce never used before with the key
   * @param associated what must be the same on the way back
   * @throws GeneralSecurityException when ciphertext, tag, nonce or {@code associated} were
   *     changed, or the key is another
   */
  abstract byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] associated, byte[] text)
      throws GeneralSecurityException;
}

package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.fundwatch.standalone.config.Settings;

/**
 * Keys that single fields are encrypted under, one for each cipher that was ever chosen. The key of
 * the chosen one encrypts; the other stays for what was encrypted under it before.
 */
final class FieldKeys {

  private static final String SETTING = "fundwatch.fields.";

  /**
   * The ciphers: name in the settings, name in the API's settings, length of a key in bytes. Their
   * names in the settings are also the ids that are written beside what they encrypt.
   */
  private enum Cipher {
    AES_GCM("aes-gcm", 32),
    SM4_GCM("sm4-gcm", 16);

    private final String id;
    private final int keyBytes;

    Cipher(String id, int keyBytes) {
      this.id = id;
      this.keyBytes = keyBytes;
    }

    private Path file(Path folder) {
      return folder.resolve("field-" + id + ".key");
    }
  }

  private final Path folder;

  private FieldKeys(Path folder) {
    this.folder = folder;
  }

  /** The keys of a folder of secrets, which is there; the one of the preset cipher is drawn. */
  static FieldKeys open(Path folder) throws IOException {
    FieldKeys keys = new FieldKeys(folder);
    keys.draw(Cipher.AES_GCM);
    return keys;
  }

  /**
   * What the API is told: where the keys lie, never what they are.
   *
   * @param cipher one of {@link Settings#FIELD_CIPHERS}, drawn a key for where it has none
   */
  Map<String, String> settings(String cipher) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put(SETTING + "key", cipher);
    for (Cipher one : Cipher.values()) {
      if (one.id.equals(cipher)) {
        draw(one);
      }
      if (Files.exists(one.file(folder))) {
        String key = SETTING + "keys." + one.id;
        settings.put(key + ".cipher", one.name());
        settings.put(key + ".file", one.file(folder).toString());
      }
    }
    return settings;
  }

  private void draw(Cipher cipher) throws IOException {
    Secrets.draw(cipher.file(folder), cipher.keyBytes, new SecureRandom());
  }
}

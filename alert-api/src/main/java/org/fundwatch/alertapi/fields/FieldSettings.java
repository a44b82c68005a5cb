package org.fundwatch.alertapi.fields;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for fields. A new key takes over as {@code key}; the older ones stay for as long as anything
 * is encrypted under them.
 *
 * @param key id of the key to encrypt with; empty for no encryption
 * @param keys by their ids, which are written beside what they encrypt
 */
@ConfigurationProperties("fundwatch.fields")
record FieldSettings(@DefaultValue("") String key, @DefaultValue Map<String, FieldKey> keys) {

  FieldSettings {
    keys = Map.copyOf(keys);
    if (!key.isEmpty() && !keys.containsKey(key)) {
      throw new IllegalArgumentException(
          "fundwatch.fields.key: '%s' is not among fundwatch.fields.keys".formatted(key));
    }
    for (var id : keys.keySet()) {
      if (!id.matches("[A-Za-z0-9_-]{1,40}")) {
        throw new IllegalArgumentException(
            "fundwatch.fields.keys: '%s'; letters, digits, hyphens and underscores".formatted(id));
      }
    }
  }

  /**
   * A key; its bytes come from the environment or a file, hexadecimal.
   *
   * @param cipher what it is for, and for nothing else
   * @param hex its bytes; empty where there is a file
   * @param file that holds its bytes; empty where they are given
   */
  record FieldKey(
      @DefaultValue("AES_GCM") FieldAlgorithm cipher,
      @DefaultValue("") String hex,
      @DefaultValue("") String file) {

    /** Its bytes. */
    byte[] bytes(String id) {
      byte[] bytes;
      try {
        bytes =
            HexFormat.of().parseHex(file.isEmpty() ? hex : Files.readString(Path.of(file)).strip());
      } catch (IOException e) {
        throw new UncheckedIOException(
            "fundwatch.fields.keys.%s.file: '%s' cannot be read".formatted(id, file), e);
      } catch (IllegalArgumentException e) {
        // Without the cause: it shows digits of the key.
        throw new IllegalArgumentException(wanted(id, "no hexadecimal digits"));
      }
      if (bytes.length != cipher.keyBytes()) {
        throw new IllegalArgumentException(wanted(id, bytes.length + " bytes"));
      }
      return bytes;
    }

    private String wanted(String id, String found) {
      return "fundwatch.fields.keys.%s: %s; %d bytes in hexadecimal for %s"
          .formatted(id, found, cipher.keyBytes(), cipher);
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "FieldKey[cipher=%s]".formatted(cipher);
    }
  }
}

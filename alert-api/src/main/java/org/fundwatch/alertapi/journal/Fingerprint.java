package org.fundwatch.alertapi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.alertapi.problem.IdempotencyKey;

/**
 * What is kept of a request with a key: hashes alone, each made with the key, which is not kept, so
 * that nothing in the request can be guessed from them.
 *
 * @param id of the key among those of all users
 * @param content of the request
 * @param fields of the request by their names
 */
record Fingerprint(String id, String content, Map<String, String> fields) {
  private static final String PATH = "path";
  private static final char BETWEEN = ':';

  static Fingerprint of(String by, IdempotencyKey key, Object request) {
    var fields = new TreeMap<String, String>();
    fields.put(PATH, hash(key.text(), PATH, key.endpoint()));
    BodyJson.tree(request)
        .properties()
        .forEach(
            field ->
                fields.put(
                    field.getKey(), hash(key.text(), field.getKey(), field.getValue().toString())));
    return new Fingerprint(
        hash(by, key.text()), hash(key.text(), fields.toString()), Map.copyOf(fields));
  }

  /** What entries carry: an index of keys can be lost, the journal cannot. */
  String requestKey() {
    return id + BETWEEN + content;
  }

  /** What the request keys of all entries begin with that requests with this key have made. */
  String requestKeyPrefix() {
    return id + BETWEEN;
  }

  /** Names of the fields that another request with the same key has otherwise. */
  List<String> differences(Map<String, String> others) {
    if (!Objects.equals(fields.get(PATH), others.get(PATH))) {
      return List.of(PATH);
    }
    var names = new TreeSet<>(fields.keySet());
    names.addAll(others.keySet());
    names.removeIf(name -> Objects.equals(fields.get(name), others.get(name)));
    return List.copyOf(names);
  }

  private static String hash(String... parts) {
    try {
      var text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

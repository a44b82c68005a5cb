package org.fundwatch.domain.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Identifiers that depend on the facts alone, so that whoever computes them gets the same. */
public final class FindingIds {

  private static final int ID_BYTES = 12;

  private FindingIds() {}

  /** The id of a finding: {@code F} and 24 hexadecimal digits of rule, subject and anchors. */
  public static String finding(String rule, Subject subject, List<String> anchors) {
    return "F" + hash(rule + '\n' + subject.key() + '\n' + String.join("\n", anchors));
  }

  /** The id of the alert of a subject: {@code A} and 24 hexadecimal digits. */
  public static String alert(Subject subject) {
    return "A" + hash(subject.key());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

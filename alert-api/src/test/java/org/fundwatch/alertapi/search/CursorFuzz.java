package org.fundwatch.alertapi.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as a cursor, as they are and as what a cursor holds. */
public final class CursorFuzz {
  private CursorFuzz() {}

  /** Refused as a cursor is, or taken. */
  public static void fuzzerTestOneInput(byte[] data) {
    parse(new String(data, StandardCharsets.ISO_8859_1));
    parse(Base64.getUrlEncoder().withoutPadding().encodeToString(data));
  }

  private static void parse(String text) {
    try {
      Cursor.parse(text, "list").searchAfter();
    } catch (CursorException e) {
      if (e.expired()) {
        throw new IllegalStateException("nothing can be expired here", e);
      }
    }
  }
}

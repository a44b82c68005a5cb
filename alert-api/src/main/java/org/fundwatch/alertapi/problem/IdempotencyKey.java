package org.fundwatch.alertapi.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of a creation. */
public final class IdempotencyKey {
  /** The header. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 100;

  private IdempotencyKey() {}

  /**
   * The key.
   *
   * @throws ProblemException when it is missing, empty or too long
   */
  public static String require(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  HEADER,
                  header == null ? "nothing" : header,
                  "1 to %d characters, new for each new request".formatted(LONGEST))));
    }
    return header;
  }
}

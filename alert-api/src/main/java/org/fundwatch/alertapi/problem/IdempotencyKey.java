package org.fundwatch.alertapi.problem;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of a creation; see {@link Once}.
 *
 * @param text as it was sent: 1 to 100 visible ASCII characters
 * @param endpoint where it was sent to, such as {@code POST /api/v1/cases}
 */
public record IdempotencyKey(String text, String endpoint) {
  /** The header. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern TEXT = Pattern.compile("[!-~]{1,100}");
  private static final String ALLOWED =
      "1 to 100 visible ASCII characters, new for each new request";

  /**
   * The key of a request.
   *
   * @param headers all that the request has of that name, or the field of a form
   * @throws ProblemException when there is not one, or it is no key
   */
  public static IdempotencyKey of(List<String> headers, String endpoint) {
    if (headers.size() == 1 && TEXT.matcher(headers.get(0)).matches()) {
      return new IdempotencyKey(headers.get(0), endpoint);
    }
    var found =
        headers.isEmpty() ? "nothing" : headers.size() > 1 ? "several headers" : headers.get(0);
    throw ProblemException.badInput(List.of(new FieldFault(HEADER, found, ALLOWED)));
  }
}

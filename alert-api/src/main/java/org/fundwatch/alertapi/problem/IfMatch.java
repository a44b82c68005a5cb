package org.fundwatch.alertapi.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of a change. */
public final class IfMatch {
  private IfMatch() {}

  /**
   * The tag in the header.
   *
   * @param parse empty when the text is no tag of that kind
   * @throws ProblemException when the header is missing or no such tag
   */
  public static <T> T require(@Nullable String header, Function<String, Optional<T>> parse) {
    if (header == null) {
      throw ProblemException.preconditionRequired();
    }
    return parse
        .apply(header)
        .orElseThrow(
            () ->
                ProblemException.badInput(
                    List.of(new FieldFault("If-Match", header, "the ETag of what you looked at"))));
  }
}

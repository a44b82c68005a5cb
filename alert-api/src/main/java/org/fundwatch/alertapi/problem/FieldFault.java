package org.fundwatch.alertapi.problem;

import java.util.Comparator;
import org.fundwatch.alertapi.privacy.Mask;

/**
 * A fault of a request. What was found is shown back, but nothing personal and nothing long:
 * answers about mistakes end up in logs.
 *
 * @param field path of the field, parameter or header
 * @param found what was there, in words or as it was
 * @param allowed what is allowed
 */
public record FieldFault(String field, String found, String allowed) {
  /** The validator hands violations out of a set: the order in which an answer shows them. */
  static final Comparator<FieldFault> ORDER =
      Comparator.comparing(FieldFault::field).thenComparing(FieldFault::allowed);

  private static final int LONGEST = 100;

  public FieldFault {
    field = shown(field);
    found = shown(found);
  }

  private static String shown(String text) {
    return text.length() > LONGEST
        ? text.length() + " characters"
        : Mask.text(PlainText.shown(text));
  }
}

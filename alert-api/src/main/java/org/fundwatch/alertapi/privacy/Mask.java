package org.fundwatch.alertapi.privacy;

import java.util.Collection;
import java.util.List;

/**
 * Masks personal data: tokens of persons, codes of doctors, and in free text numbers of identity
 * cards, bank cards and telephones and what is said to be somebody's number. Names cannot be told
 * from other words; where a text is likely to hold one, all of it is masked by {@link #WHOLE}.
 */
public final class Mask {
  /** Stands for a text of which nothing is shown. */
  public static final String WHOLE = "（已遮盖，需说明理由后查看）";

  private static final String STARS = "***";
  private static final int SHOWN = 2;

  /** Shorter codes would be given away by two of their letters. */
  private static final int LONG_ENOUGH = 8;

  private Mask() {}

  /** A token or code with its beginning and its last two characters, such as {@code T***3f}. */
  public static String code(String code) {
    if (code.length() < LONG_ENOUGH) {
      return code.isEmpty() ? "" : STARS;
    }
    return code.charAt(0) + STARS + code.substring(code.length() - SHOWN);
  }

  /** A text with all that looks like personal data masked. */
  public static String text(String text) {
    return text(text, List.of());
  }

  /** The same, with codes that are known to be personal masked as well. */
  public static String text(String text, Collection<String> known) {
    return PersonalNumbers.change(replaced(text, known), Mask::code);
  }

  /** What a machine has written: only codes are masked, and no number is taken for personal. */
  public static String codes(String text, Collection<String> known) {
    return PersonalNumbers.changeCodes(replaced(text, known), Mask::code);
  }

  /**
   * A record with all its texts masked, those of records, lists, sets and maps in it as well.
   *
   * @param whole one whose canonical constructor takes masked texts
   */
  public static <R extends Record> R all(R whole) {
    return MaskedRecord.of(whole);
  }

  private static String replaced(String text, Collection<String> known) {
    var masked = text;
    for (var code : known) {
      masked = masked.replace(code, code(code));
    }
    return masked;
  }

  /** A text that can hold names. */
  public static String whole(String text) {
    return text.isEmpty() ? "" : WHOLE;
  }

  /** True when a text holds what would be masked. */
  public static boolean applies(String text) {
    return !text(text).equals(text);
  }
}

package org.fundwatch.alertapi.privacy;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks personal data: tokens of persons, codes of doctors, and what looks like an identity number
 * or a telephone in free text. Names cannot be told from other words; where a text can hold one,
 * all of it is masked by {@link #WHOLE}.
 */
public final class Mask {
  /** Stands for a text of which nothing is shown. */
  public static final String WHOLE = "（已遮盖，需说明理由后查看）";

  private static final String STARS = "***";
  private static final int SHOWN = 2;

  /** Shorter codes would be given away by two of their letters. */
  private static final int LONG_ENOUGH = 8;

  private static final Pattern PERSONAL =
      Pattern.compile(
          String.join(
              "|",
              "(?<![A-Za-z0-9])T[0-9a-f]{32}(?![0-9a-f])", // person token
              "(?<![A-Za-z0-9])D\\d{12}(?!\\d)", // national code of a doctor
              "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
                  + "\\d{3}[\\dXx](?!\\d)", // identity number
              "(?<!\\d)1[3-9]\\d{9}(?!\\d)")); // mobile telephone

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
    var masked = text;
    for (var code : known) {
      masked = masked.replace(code, code(code));
    }
    return PERSONAL.matcher(masked).replaceAll(match -> code(match.group()));
  }

  /** A text that can hold names. */
  public static String whole(String text) {
    return text.isEmpty() ? "" : WHOLE;
  }

  /** True when a text holds what would be masked. */
  public static boolean applies(String text) {
    return PERSONAL.matcher(text).find();
  }
}

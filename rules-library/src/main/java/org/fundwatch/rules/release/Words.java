package org.fundwatch.rules.release;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Free text brought to one form before a grammar reads it. */
final class Words {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern CHINESE = Pattern.compile("[〇零一二两三四五六七八九十]+");
  private static final Map<Character, Character> FORMS = Map.of('零', '〇', '两', '二');

  private Words() {}

  /** Full width to half width, no blanks, small letters. */
  static String plain(String text) {
    return SPACE
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** {@link #plain} with Chinese numerals up to 99 as digits. */
  static String withDigits(String text) {
    return CHINESE.matcher(plain(text)).replaceAll(Words::digits);
  }

  private static String digits(MatchResult numeral) {
    String text = numeral.group();
    for (Map.Entry<Character, Character> form : FORMS.entrySet()) {
      text = text.replace(form.getKey(), form.getValue());
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      StringBuilder number = new StringBuilder();
      text.chars().forEach(digit -> number.append(DIGITS.indexOf(digit)));
      return number.toString();
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0));
    int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
    return String.valueOf(tens * 10 + ones);
  }

  /** One line without blanks at the ends, for names. */
  static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "").strip();
  }
}

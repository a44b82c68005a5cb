package org.fundwatch.rules.release;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National codes of drugs, services, pieces of herbal medicine and consumables. */
final class Codes {

  private static final Pattern CODE = Pattern.compile("[A-Z]?[A-Z0-9]*[0-9]{3,}[A-Z0-9]*");
  private static final Pattern SERVICE = Pattern.compile("[0-9]{15}");
  // What a spreadsheet leaves of 001102000040000 when it takes it for a number
  private static final Pattern SERVICE_AS_NUMBER = Pattern.compile("[0-9]{13}");
  private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z][0-9]{2}[.0-9A-Zx+*]*");
  private static final Pattern SPAN = Pattern.compile("([A-Z])([0-9]{2})[-~至]\\1([0-9]{2})");
  private static final Pattern BETWEEN = Pattern.compile("[\\s、,，;；/|]+");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 40;

  private Codes() {}

  /** True where a text may be a code, to find the column of codes. */
  static boolean likely(String text) {
    String code = plain(text);
    return code.length() >= SHORTEST && code.length() <= LONGEST && CODE.matcher(code).matches();
  }

  /** The code in its national form. */
  static String code(String text) throws NotUnderstoodException {
    String code = plain(text);
    if (SERVICE_AS_NUMBER.matcher(code).matches()) {
      return "00" + code;
    }
    boolean digitsOnly = code.chars().allMatch(Character::isDigit);
    if (likely(code) && (!digitsOnly || SERVICE.matcher(code).matches())) {
      return code;
    }
    throw NotUnderstoodException.of(
        "code", text, "15 digits of a service, or letters and digits of a drug or consumable");
  }

  /** A code or the beginning of one, such as that of a class of drugs. */
  static String beginning(String text) throws NotUnderstoodException {
    String code = plain(text);
    if (!code.matches("[A-Z0-9]{3,40}")) {
      throw NotUnderstoodException.of("code", text, "a code or its beginning, such as XA10BA");
    }
    return code;
  }

  /** Beginnings of diagnosis codes; a range such as C00-C97 is one for each of them. */
  static List<String> diagnoses(String text) throws NotUnderstoodException {
    List<String> all = new ArrayList<>();
    for (String part : BETWEEN.split(text.strip(), -1)) {
      Matcher span = SPAN.matcher(part);
      if (span.matches() && span.group(2).compareTo(span.group(3)) <= 0) {
        for (int i = Integer.parseInt(span.group(2)); i <= Integer.parseInt(span.group(3)); i++) {
          all.add("%s%02d".formatted(span.group(1), i));
        }
      } else if (DIAGNOSIS.matcher(part).matches()) {
        all.add(part);
      } else {
        throw NotUnderstoodException.of(
            "code of a diagnosis", part, "codes such as J18.900, I50 or C00-C97");
      }
    }
    return all;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
        .toUpperCase(Locale.ROOT);
  }
}

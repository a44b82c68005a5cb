package org.fundwatch.standalone.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Foreign ways of writing turned into the national ones. What is not understood stays as it is, for
 * the reader of the national format to refuse by its own words.
 */
final class NationalText {

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d{3,}");
  private static final int MESSAGE_ID_BYTES = 14;

  private NationalText() {}

  /** {@code yyyy-MM-dd HH:mm:ss}; a day without time is its first moment. */
  static String moment(String text) {
    Matcher m = yearFirst(text);
    return m == null
        ? text
        : day(m) + " %s:%s:%s".formatted(two(m.group(4)), two(m.group(5)), two(m.group(6)));
  }

  /** {@code yyyy-MM-dd}. */
  static String day(String text) {
    Matcher m = yearFirst(text);
    return m == null ? text : day(m);
  }

  /** True where the text is a day without a time. */
  static boolean dayOnly(String text) {
    Matcher m = yearFirst(text);
    return m != null && m.group(4) == null;
  }

  /** The moment of a day written month first, as in the United States: {@code 9/16/2009}. */
  static String monthFirstMoment(String text) {
    Matcher m = MONTH_FIRST.matcher(text);
    return m.matches()
        ? "%s-%s-%s 00:00:00".formatted(m.group(3), two(m.group(1)), two(m.group(2)))
        : text;
  }

  /** An amount rounded to fen, halves up: hospital systems keep four decimals a line. */
  static String money(String text) {
    return DECIMAL.matcher(text).matches()
        ? new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString()
        : text;
  }

  /** 1 male, 2 female, by dictionary or by word. */
  static String gender(String text) {
    return switch (text) {
      case "男" -> "1";
      case "女" -> "2";
      default -> text;
    };
  }

  /** 0 or 1, by digit or by word. */
  static String flag(String text) {
    return switch (text) {
      case "是" -> "1";
      case "否" -> "0";
      default -> text;
    };
  }

  /** A message id of 30 characters made of what identifies the record, the same each time. */
  static String messageId(String prefix, String... identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", identity).getBytes(StandardCharsets.UTF_8));
      return prefix + HexFormat.of().formatHex(digest, 0, MESSAGE_ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static @Nullable Matcher yearFirst(String text) {
    Matcher separated = YEAR_FIRST.matcher(text);
    if (separated.matches()) {
      return separated;
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.matches() ? compact : null;
  }

  private static String day(Matcher m) {
    return "%s-%s-%s".formatted(m.group(1), two(m.group(2)), two(m.group(3)));
  }

  private static String two(@Nullable String digits) {
    return digits == null ? "00" : digits.length() == 1 ? "0" + digits : digits;
  }
}

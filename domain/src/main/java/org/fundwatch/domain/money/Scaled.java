package org.fundwatch.domain.money;

/** Decimal numbers kept as a whole number of their last decimal place. */
public final class Scaled {

  /** What {@link #parse} answers for text that is no decimal number within its scale. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final int MAX_DIGITS = 17;

  private Scaled() {}

  /**
   * The number in units of its last decimal place: {@code parse("1.5", 2)} is 150.
   *
   * @return {@link #INVALID} for anything but an optional sign, digits and at most {@code scale}
   *     decimals that are not zero; scientific notation is not a number here
   */
  public static long parse(String text, int scale) {
    int length = text.length();
    int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    boolean negative = at == 1 && text.charAt(0) == '-';
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        if (decimals >= 0 || digits == 0) {
          return INVALID;
        }
        decimals = 0;
      } else if (c >= '0' && c <= '9') {
        if (decimals == scale) {
          if (c != '0') {
            return INVALID;
          }
          continue;
        }
        value = value * 10 + (c - '0');
        if (value != 0) {
          digits++;
        } else {
          digits = Math.max(digits, 1);
        }
        if (digits > MAX_DIGITS) {
          return INVALID;
        }
        if (decimals >= 0) {
          decimals++;
        }
      } else {
        return INVALID;
      }
    }
    if (digits == 0) {
      return INVALID;
    }
    for (int missing = scale - Math.max(decimals, 0); missing > 0; missing--) {
      value *= 10;
    }
    return negative ? -value : value;
  }

  /** Decimal text with exactly {@code scale} decimals. */
  public static String toText(long value, int scale) {
    if (scale == 0) {
      return Long.toString(value);
    }
    String digits = Long.toString(Math.abs(value));
    StringBuilder text = new StringBuilder(digits.length() + 3);
    if (value < 0) {
      text.append('-');
    }
    if (digits.length() <= scale) {
      text.append("0.").append("0".repeat(scale - digits.length())).append(digits);
    } else {
      int point = digits.length() - scale;
      text.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
    return text.toString();
  }
}

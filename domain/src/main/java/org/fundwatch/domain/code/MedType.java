package org.fundwatch.domain.code;

/**
 * Groups the dictionary {@code med_type}. By table and not by first digit: 52 is a stay, and
 * provinces add codes of their own under a national prefix (140101 is a kind of 14).
 */
public enum MedType {
  OUTPATIENT,
  INPATIENT,
  PHARMACY,
  /** A local code: kept, judged only by what needs no visit type. */
  OTHER;

  private static final int BASE = 10;

  /** The group of a {@code med_type} code, told by its first two digits. */
  public static MedType of(String code) {
    if (code.length() < 2 || !isDigit(code.charAt(0)) || !isDigit(code.charAt(1))) {
      return OTHER;
    }
    int prefix = (code.charAt(0) - '0') * BASE + code.charAt(1) - '0';
    return switch (prefix) {
      case 11, 12, 13, 14, 15, 16, 19, 51, 53 -> OUTPATIENT;
      case 21, 22, 23, 24, 25, 26, 27, 28, 52 -> INPATIENT;
      case 41 -> PHARMACY;
      default -> OTHER;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

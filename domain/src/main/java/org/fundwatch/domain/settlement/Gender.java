package org.fundwatch.domain.settlement;

/** Dictionary {@code gend}: 1 male, 2 female, all else unknown. */
public enum Gender {
  UNKNOWN,
  MALE,
  FEMALE;

  /** The gender of a dictionary code; what is neither 1 nor 2 is unknown. */
  public static Gender ofCode(String code) {
    return switch (code) {
      case "1" -> MALE;
      case "2" -> FEMALE;
      default -> UNKNOWN;
    };
  }

  /** The dictionary code: 1, 2, or 9 (not stated). */
  public String code() {
    return switch (this) {
      case MALE -> "1";
      case FEMALE -> "2";
      case UNKNOWN -> "9";
    };
  }
}

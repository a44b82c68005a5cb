package org.fundwatch.alertapi.standing;

/**
 * Whose record it is.
 *
 * @param kind what they are
 * @param code {@code fixmedins_code} of an institution, the national code of a doctor
 */
public record Holder(Kind kind, String code) {
  /** What a code in a request looks like. */
  public static final String CODE = "[A-Za-z0-9]{1,30}";

  /** What somebody with a record is. */
  public enum Kind {
    INSTITUTION("机构"),
    DOCTOR("医师");

    private final String zh;

    Kind(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** A doctor. */
  public static Holder doctor(String code) {
    return new Holder(Kind.DOCTOR, code);
  }

  /** An institution. */
  public static Holder institution(String code) {
    return new Holder(Kind.INSTITUTION, code);
  }
}

package org.fundwatch.alertapi.procedure;

/**
 * Why something is refused, or what is missing for it.
 *
 * @param kind who, when or what
 * @param zh for people, in Chinese
 * @param en in English
 */
public record Missing(Kind kind, String zh, String en) {

  /** What sort of reason. */
  public enum Kind {
    /** Another person has to do it. */
    PERSON,
    /** The case is not where this can be done. */
    STATE,
    /** Something has to be done or filed first, or a value is not allowed. */
    CONTENT
  }

  static Missing person(String zh, String en) {
    return new Missing(Kind.PERSON, zh, en);
  }

  static Missing state(String zh, String en) {
    return new Missing(Kind.STATE, zh, en);
  }

  static Missing content(String zh, String en) {
    return new Missing(Kind.CONTENT, zh, en);
  }
}

package org.fundwatch.alertapi.alert;

/**
 * A code with its name in one keyword, so that a facet can count codes and show names.
 *
 * @param code never holds the separator
 * @param name may be empty
 */
public record Label(String code, String name) {
  private static final char SEPARATOR = '|';

  /** What {@link #text} has made. */
  public static Label parse(String text) {
    int at = text.indexOf(SEPARATOR);
    return at < 0 ? new Label(text, "") : new Label(text.substring(0, at), text.substring(at + 1));
  }

  /** Both as one keyword. */
  public String text() {
    return code + SEPARATOR + name;
  }
}

package org.fundwatch.rules.release;

/** A cell or row that says nothing we know; becomes a {@link Refusal}. */
final class NotUnderstoodException extends Exception {

  private final String found;
  private final String allowed;

  NotUnderstoodException(String found, String allowed) {
    super(found + "; " + allowed);
    this.found = found;
    this.allowed = allowed;
  }

  /** {@code what 'text'}, or that there is none. */
  static NotUnderstoodException of(String what, String text, String allowed) {
    return new NotUnderstoodException(
        text.isEmpty() ? "no " + what : "%s '%s'".formatted(what, text), allowed);
  }

  String found() {
    return found;
  }

  String allowed() {
    return allowed;
  }
}

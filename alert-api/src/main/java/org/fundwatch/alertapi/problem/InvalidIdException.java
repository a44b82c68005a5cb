package org.fundwatch.alertapi.problem;

/** An id that nothing can have: answered as one that nothing has. */
public final class InvalidIdException extends IllegalArgumentException {
  /** One with the reason, which does not show the id. */
  public InvalidIdException(String message) {
    super(message);
  }
}

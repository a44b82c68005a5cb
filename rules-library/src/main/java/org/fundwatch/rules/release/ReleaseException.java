package org.fundwatch.rules.release;

/** A file that cannot be imported at all; the message is {@code where: found; allowed}. */
public final class ReleaseException extends Exception {

  ReleaseException(String message) {
    super(message);
  }

  ReleaseException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.fundwatch.alertapi.search;

/** The search node finds a request wrong; it would again. */
final class RefusedException extends IllegalStateException {
  RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}

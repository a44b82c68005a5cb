package org.fundwatch.alertapi.search;

/**
 * Another writer was faster: the document exists already, or is no longer the one that was read.
 */
public final class ConflictException extends RuntimeException {
  /** One that was found before the node was asked to write. */
  public ConflictException(String message) {
    super(message);
  }

  ConflictException(Throwable cause) {
    super(cause);
  }
}

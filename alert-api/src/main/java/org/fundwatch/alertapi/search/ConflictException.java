package org.fundwatch.alertapi.search;

/**
 * Another writer was faster: the document exists already, or is no longer the one that was read.
 */
public final class ConflictException extends RuntimeException {
  ConflictException(Throwable cause) {
    super(cause);
  }
}

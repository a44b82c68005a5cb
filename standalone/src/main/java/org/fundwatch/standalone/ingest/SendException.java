package org.fundwatch.standalone.ingest;

/** A record could not be sent within the patience that was given. */
public final class SendException extends Exception {

  SendException(Exception cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}

package org.fundwatch.standalone.house;

/** The services cannot be started or reached; the message is one line for the user. */
public final class HouseException extends Exception {

  /** Says where, what was found, and what to do. */
  public HouseException(String message) {
    super(message);
  }

  /** The same, with the cause for the log. */
  public HouseException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.fundwatch.streaming.codec;

/** Bytes that are no value of the layout they claim. The message holds no part of the value. */
public final class MalformedBytesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedBytesException(String message) {
    super(message);
  }
}

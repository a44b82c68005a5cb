package org.fundwatch.notebooks.kernel;

/** A cell that does not compile, or that threw; the message is what the reader of it needs. */
public final class CellException extends Exception {

  CellException(String message) {
    super(message);
  }
}

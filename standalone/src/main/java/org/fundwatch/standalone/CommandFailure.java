package org.fundwatch.standalone;

import org.jspecify.annotations.Nullable;

/** A command that cannot do its work; the message is one line for the user. */
final class CommandFailure extends Exception {

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}

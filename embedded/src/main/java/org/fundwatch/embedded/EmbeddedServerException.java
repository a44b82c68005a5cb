package org.fundwatch.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The machine does not let a server start or run: a taken port, a folder in use, too little memory,
 * a process that ended. The message says where, what was found and what to do.
 */
public final class EmbeddedServerException extends RuntimeException {
  EmbeddedServerException(String message) {
    super(message);
  }

  EmbeddedServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

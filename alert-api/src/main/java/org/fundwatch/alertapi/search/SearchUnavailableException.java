package org.fundwatch.alertapi.search;

import org.jspecify.annotations.Nullable;

/** The search node does not answer, or not well; trying again later may help. */
public final class SearchUnavailableException extends RuntimeException {
  public SearchUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

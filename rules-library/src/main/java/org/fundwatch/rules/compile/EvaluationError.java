package org.fundwatch.rules.compile;

/** An expression has no value for these facts, such as a division by zero. */
public final class EvaluationError extends RuntimeException {

  EvaluationError(String message) {
    super(message, null, false, false);
  }
}

package org.fundwatch.streaming.intake;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the intake needs to know.
 *
 * @param personKey secret of the person tokens, at least 16 bytes
 * @param deadLetterKey secret of the dead letters, 32 bytes
 * @param skew how far ahead of our clock a sender's may be
 * @param nowMillis the moment to compare with, 0 for the clock of the task: a batch run that is to
 *     be repeatable fixes it
 */
// Keys are read once; nobody compares configurations.
@SuppressWarnings("ArrayRecordComponent")
public record IntakeConfig(byte[] personKey, byte[] deadLetterKey, Duration skew, long nowMillis)
    implements Serializable {

  public IntakeConfig {
    if (skew.isNegative()) {
      throw new IllegalArgumentException("clock skew: %s; zero or more".formatted(skew));
    }
  }

  /** Without the keys: a record's text may end up in a log. */
  @Override
  public String toString() {
    return "IntakeConfig[skew=" + skew + ", nowMillis=" + nowMillis + "]";
  }
}

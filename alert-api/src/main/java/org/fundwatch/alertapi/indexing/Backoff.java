package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pauses that double from one failure to the next. */
final class Backoff {
  private static final long NAP_NANOS = Duration.ofMillis(50).toNanos();

  private final long longest;
  private final Runnable meanwhile;
  private long next;

  /**
   * @param meanwhile done again and again during a pause; takes a moment each time
   */
  Backoff(IndexingSettings settings, Runnable meanwhile) {
    this.next = settings.firstBackoff().toNanos();
    this.longest = settings.longestBackoff().toNanos();
    this.meanwhile = meanwhile;
  }

  static Backoff idle(IndexingSettings settings) {
    return new Backoff(settings, () -> LockSupport.parkNanos(NAP_NANOS));
  }

  /** Pauses, at most for as long as {@code wanted}. */
  void await(BooleanSupplier wanted) {
    long begin = System.nanoTime();
    while (wanted.getAsBoolean() && System.nanoTime() - begin < next) {
      meanwhile.run();
    }
    next = Math.min(2 * next, longest);
  }
}

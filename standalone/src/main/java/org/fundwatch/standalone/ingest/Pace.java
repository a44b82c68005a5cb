package org.fundwatch.standalone.ingest;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds a sender to so many events a second; a sender that fell behind may catch up for a second.
 */
public final class Pace {

  private static final long CATCH_UP = TimeUnit.SECONDS.toNanos(1);

  private final long nanosPerEvent;
  private long due = System.nanoTime();

  private Pace(long nanosPerEvent) {
    this.nanosPerEvent = nanosPerEvent;
  }

  /** As fast as the receiver takes it. */
  public static Pace unlimited() {
    return new Pace(0);
  }

  /**
   * At most so many events a second.
   *
   * @param events 1 or more
   */
  public static Pace perSecond(int events) {
    if (events < 1) {
      throw new IllegalArgumentException("pace: %d; 1 or more events a second".formatted(events));
    }
    return new Pace(TimeUnit.SECONDS.toNanos(1) / events);
  }

  void awaitTurn() throws InterruptedException {
    if (nanosPerEvent == 0) {
      return;
    }
    long now = System.nanoTime();
    due = Math.max(due + nanosPerEvent, now - CATCH_UP);
    for (long wait = due - now; wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}

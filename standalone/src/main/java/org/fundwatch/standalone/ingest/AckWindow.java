package org.fundwatch.standalone.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Numbers what is sent and knows up to where all of it is acknowledged. No more than a fixed number
 * may be on the way: who wants to send more waits, so a slow receiver slows the sender down.
 * Thread-safe.
 */
final class AckWindow {

  private final boolean[] done;
  private long next;
  private long acknowledged;
  private @Nullable Exception failure;

  /**
   * @param start how many are acknowledged already
   * @param size how many may be on the way
   */
  AckWindow(long start, int size) {
    next = start;
    acknowledged = start;
    done = new boolean[size];
  }

  /**
   * The number of the next to be sent; waits while the window is full.
   *
   * @throws SendException when one that was sent before has failed
   */
  synchronized long take() throws InterruptedException, SendException {
    while (next - acknowledged == done.length && failure == null) {
      wait();
    }
    throwFailure();
    return next++;
  }

  /** Notes that one has arrived. */
  synchronized void acknowledge(long number) {
    done[slot(number)] = true;
    while (acknowledged < next && done[slot(acknowledged)]) {
      done[slot(acknowledged)] = false;
      acknowledged++;
    }
    notifyAll();
  }

  /** Notes that one cannot be sent: from now on everybody who asks is told. */
  synchronized void fail(Exception cause) {
    if (failure == null) {
      failure = cause;
    }
    notifyAll();
  }

  /** How many from the start have arrived without a gap. */
  synchronized long acknowledged() {
    return acknowledged;
  }

  /** Waits until all that was taken has arrived. */
  synchronized void awaitAll() throws InterruptedException, SendException {
    while (acknowledged < next && failure == null) {
      wait();
    }
    throwFailure();
  }

  private void throwFailure() throws SendException {
    if (failure != null) {
      throw new SendException(failure);
    }
  }

  private int slot(long number) {
    return (int) (number % done.length);
  }
}

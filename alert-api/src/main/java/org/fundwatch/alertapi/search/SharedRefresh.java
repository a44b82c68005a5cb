package org.fundwatch.alertapi.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Refreshes for all who wait: whoever has written waits for the one under way and for one more at
 * most, which is everybody's. A refresh of its own for each of fifty writers would make fifty small
 * segments, one after the other. Thread-safe.
 */
final class SharedRefresh {
  private final Consumer<String> refresh;
  private final Map<String, Turns> turns = new ConcurrentHashMap<>();

  /**
   * @param refresh makes what was written to an index be found by searches
   */
  SharedRefresh(Consumer<String> refresh) {
    this.refresh = refresh;
  }

  /** Returns when a refresh of the index has ended that began after this call. */
  void await(String index) {
    turns.computeIfAbsent(index, Turns::new).await();
  }

  private final class Turns {
    private final String index;
    private final Lock turn = new ReentrantLock(true);
    private final AtomicLong begun = new AtomicLong();
    private long ended;

    Turns(String index) {
      this.index = index;
    }

    void await() {
      long wanted = begun.get() + 1;
      turn.lock();
      try {
        if (ended < wanted) {
          long mine = begun.incrementAndGet();
          refresh.accept(index);
          ended = mine;
        }
      } finally {
        turn.unlock();
      }
    }
  }
}

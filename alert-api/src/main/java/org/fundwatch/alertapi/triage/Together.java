package org.fundwatch.alertapi.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves together those who ask at the same time: who comes while others are served waits, and is
 * served with all who came meanwhile, on the thread of the first of them. Thread-safe.
 *
 * @param <A> what is asked
 * @param <R> the answer
 */
final class Together<A, R> {
  private final Consumer<List<Asked<A, R>>> serve;
  private final Queue<Asked<A, R>> waiting = new ConcurrentLinkedQueue<>();
  private final Lock turn = new ReentrantLock(true);

  /**
   * @param serve answers all of a lot; when it throws, that is the answer to all
   */
  Together(Consumer<List<Asked<A, R>>> serve) {
    this.serve = serve;
  }

  /** The answer to one. */
  R ask(A what) {
    var mine = new Asked<A, R>(what);
    waiting.add(mine);
    turn.lock();
    try {
      if (waiting.contains(mine)) {
        serveAll();
      }
      return mine.answer();
    } finally {
      turn.unlock();
    }
  }

  private void serveAll() {
    var lot = new ArrayList<Asked<A, R>>();
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      lot.add(one);
    }
    try {
      serve.accept(lot);
    } catch (RuntimeException e) {
      lot.forEach(one -> one.fault = e);
    }
  }

  /** One who asks. Used by who has the turn. */
  static final class Asked<A, R> {
    private final A what;
    private @Nullable R answer;
    private @Nullable RuntimeException fault;

    private Asked(A what) {
      this.what = what;
    }

    A what() {
      return what;
    }

    void answer(R with) {
      answer = with;
    }

    private R answer() {
      if (fault != null) {
        throw fault;
      }
      if (answer == null) {
        throw new IllegalStateException("served without an answer");
      }
      return answer;
    }
  }
}

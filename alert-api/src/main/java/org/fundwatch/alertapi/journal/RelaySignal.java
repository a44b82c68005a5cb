package org.fundwatch.alertapi.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the relay that there is work, and what of it is done already. Thread-safe. */
@Component
final class RelaySignal {
  private static final int MOST_KNOWN = 100_000;

  private final Semaphore work = new Semaphore(0);
  private final Map<StreamId, Integer> projected = new ConcurrentHashMap<>();

  void wake() {
    work.release();
  }

  /** Waits for work, at most so long; all that has come by then counts as one. */
  void await(long millis) throws InterruptedException {
    if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  /** Notes that the writer has projected a stream up to an entry: the relay need not. */
  void projected(StreamId stream, int sequence) {
    if (projected.size() > MOST_KNOWN) {
      // Another instance relays what is noted here; the relay only projects once too often.
      projected.clear();
    }
    projected.merge(stream, sequence, Math::max);
  }

  /** True when the writer has projected the stream up to that entry or further. */
  boolean isProjected(StreamId stream, int sequence) {
    return projected.getOrDefault(stream, 0) >= sequence;
  }

  /** Forgets what is through. */
  void relayed(StreamId stream, int sequence) {
    projected.computeIfPresent(stream, (id, last) -> last <= sequence ? null : last);
  }
}

package org.fundwatch.streaming.judge;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.fundwatch.streaming.judging.Tick;

/**
 * Counts what passes through a run in this process. The tasks get a copy each, and all copies count
 * as one; accumulators of Flink would tell only at its heartbeats.
 */
final class Passage implements Tick, AutoCloseable {

  private static final long serialVersionUID = 1;
  private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  private final String run = UUID.randomUUID().toString();

  Passage() {
    COUNTS.put(run, new LongAdder());
  }

  @Override
  public void one() {
    LongAdder count = COUNTS.get(run);
    if (count != null) {
      count.increment();
    }
  }

  long count() {
    LongAdder count = COUNTS.get(run);
    return count == null ? 0 : count.sum();
  }

  @Override
  public void close() {
    COUNTS.remove(run);
  }
}

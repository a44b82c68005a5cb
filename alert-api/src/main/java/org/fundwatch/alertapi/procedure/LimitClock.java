package org.fundwatch.alertapi.procedure;

import java.util.ArrayList;
import java.util.List;

/**
 * A clock that runs in a case; moments in epoch milliseconds.
 *
 * @param limit which
 * @param startedAt when its first state was entered
 * @param pauses that are over, in order
 * @param extended granted extensions, in the unit of the limit
 * @param extensions how many were granted
 */
public record LimitClock(
    Limit limit, long startedAt, List<Span> pauses, long extended, int extensions) {

  public LimitClock {
    pauses = List.copyOf(pauses);
  }

  /** From a moment to a later one. */
  public record Span(long from, long to) {}

  static LimitClock started(Limit limit, long at) {
    return new LimitClock(limit, at, List.of(), 0, 0);
  }

  LimitClock paused(Span span) {
    var all = new ArrayList<>(pauses);
    all.add(span);
    return new LimitClock(limit, startedAt, all, extended, extensions);
  }

  LimitClock extended(long amount) {
    return new LimitClock(limit, startedAt, pauses, extended + amount, extensions + 1);
  }
}

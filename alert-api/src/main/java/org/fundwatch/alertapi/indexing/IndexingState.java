package org.fundwatch.alertapi.indexing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.fundwatch.alertapi.indexing.Cargo.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a carrier is doing, for health and metrics. Thread-safe. */
final class IndexingState {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingState.class);

  private final String what;
  private final AtomicLong lag = new AtomicLong();
  private final Counter created;
  private final Counter updated;
  private final Counter stale;
  private final Counter rejected;
  private final Counter retries;
  private volatile boolean searchSeen;
  private volatile boolean searchReachable;
  private volatile boolean brokerReachable;

  /**
   * @param what is carried; its counters are {@code fundwatch.indexing.<what>}
   * @param prefix of its other metrics
   */
  IndexingState(MeterRegistry metrics, String what, String prefix) {
    this.what = what;
    created = counter(metrics, "created");
    updated = counter(metrics, "updated");
    stale = counter(metrics, "stale");
    rejected = counter(metrics, "rejected");
    retries =
        Counter.builder(prefix + ".retries")
            .description("Failed attempts to reach the search node or to commit")
            .register(metrics);
    Gauge.builder(prefix + ".lag", lag, AtomicLong::doubleValue)
        .description("Records on the topic that are not indexed yet")
        .register(metrics);
  }

  void wrote(Tally tally) {
    created.increment(tally.created());
    updated.increment(tally.updated());
    stale.increment(tally.stale());
    rejected.increment(tally.rejected());
    searchIsBack();
  }

  /** Notes a failed attempt and says so once, not with each repetition. */
  void searchIsAway(Exception reason) {
    retries.increment();
    if (searchReachable || !searchSeen) {
      LOG.warn(
          "{}: search node away ({}); trying again until it is back", what, reason.getMessage());
    }
    searchSeen = true;
    searchReachable = false;
  }

  void searchIsBack() {
    if (!searchReachable) {
      LOG.info("{}: search node reachable", what);
    }
    searchSeen = true;
    searchReachable = true;
  }

  void brokerIs(boolean reachable) {
    if (reachable != brokerReachable) {
      LOG.info("{}: broker {}", what, reachable ? "reachable" : "away");
    }
    brokerReachable = reachable;
  }

  void lagIs(long records) {
    lag.set(records);
  }

  long lag() {
    return lag.get();
  }

  long rejected() {
    return (long) rejected.count();
  }

  boolean searchReachable() {
    return searchReachable;
  }

  boolean brokerReachable() {
    return brokerReachable;
  }

  private Counter counter(MeterRegistry metrics, String result) {
    return Counter.builder("fundwatch.indexing." + what)
        .tag("result", result)
        .description("Records taken from the topic, by what became of them")
        .register(metrics);
  }
}

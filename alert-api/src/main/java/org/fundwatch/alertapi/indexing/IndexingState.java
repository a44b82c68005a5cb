package org.fundwatch.alertapi.indexing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the indexer is doing, for health and metrics. Thread-safe. */
@Component
class IndexingState {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingState.class);
  private static final String ALERTS = "fundwatch.indexing.alerts";

  private final AtomicLong lag = new AtomicLong();
  private final Counter created;
  private final Counter updated;
  private final Counter stale;
  private final Counter rejected;
  private final Counter retries;
  private volatile boolean searchSeen;
  private volatile boolean searchReachable;
  private volatile boolean brokerReachable;

  IndexingState(MeterRegistry metrics) {
    created = counter(metrics, "created");
    updated = counter(metrics, "updated");
    stale = counter(metrics, "stale");
    rejected = counter(metrics, "rejected");
    retries =
        Counter.builder("fundwatch.indexing.retries")
            .description("Failed attempts to reach the search node or to commit")
            .register(metrics);
    Gauge.builder("fundwatch.indexing.lag", lag, AtomicLong::doubleValue)
        .description("Alerts on the topic that are not indexed yet")
        .register(metrics);
  }

  void wrote(AlertBatch batch, AlertWriter.Written written) {
    created.increment(written.created());
    updated.increment(written.updated());
    stale.increment(batch.stale() + written.stale());
    rejected.increment(batch.rejected() + written.rejected());
    searchIsBack();
  }

  /** Notes a failed attempt and says so once, not with each repetition. */
  void searchIsAway(Exception reason) {
    retries.increment();
    if (searchReachable || !searchSeen) {
      LOG.warn("search node away ({}); trying again until it is back", reason.getMessage());
    }
    searchSeen = true;
    searchReachable = false;
  }

  void searchIsBack() {
    if (!searchReachable) {
      LOG.info("search node reachable");
    }
    searchSeen = true;
    searchReachable = true;
  }

  void brokerIs(boolean reachable) {
    if (reachable != brokerReachable) {
      LOG.info("broker {}", reachable ? "reachable" : "away");
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

  private static Counter counter(MeterRegistry metrics, String result) {
    return Counter.builder(ALERTS)
        .tag("result", result)
        .description("Alerts taken from the topic, by what became of them")
        .register(metrics);
  }
}

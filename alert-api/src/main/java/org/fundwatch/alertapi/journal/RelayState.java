package org.fundwatch.alertapi.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.fundwatch.alertapi.journal.Outbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the relay is doing, for health and metrics. Thread-safe. */
@Component
final class RelayState {
  private static final Logger LOG = LoggerFactory.getLogger(RelayState.class);

  private final Clock clock;
  private final Counter relayed;
  private final Counter failures;
  private volatile Waiting waiting = Waiting.NOTHING;
  private volatile boolean well = true;

  RelayState(MeterRegistry metrics, Clock clock) {
    this.clock = clock;
    relayed =
        Counter.builder("fundwatch.journal.relayed")
            .description("Entries put on their topics")
            .register(metrics);
    failures =
        Counter.builder("fundwatch.journal.failures")
            .description("Rounds of the relay that broke off, or waited for the broker")
            .register(metrics);
    Gauge.builder("fundwatch.journal.waiting", this, RelayState::count)
        .description("Entries that are not on their topics yet")
        .register(metrics);
    Gauge.builder("fundwatch.journal.oldest.seconds", this, RelayState::oldestSeconds)
        .description("Age of the oldest entry that is not on its topic yet")
        .register(metrics);
  }

  void relayed(int entries) {
    if (!well) {
      LOG.info("relay: goes on");
    }
    well = true;
    relayed.increment(entries);
  }

  /** Notes a failed attempt and says so once, not with each repetition. */
  void failed(String reason) {
    if (well) {
      LOG.warn("relay: entries wait ({}); trying again until it works", reason);
    }
    well = false;
    failures.increment();
  }

  void waiting(Waiting now) {
    waiting = now;
  }

  boolean well() {
    return well;
  }

  long count() {
    return waiting.count();
  }

  long oldestSeconds() {
    var now = waiting;
    return now.count() == 0 ? 0 : Math.max(0, (clock.millis() - now.oldestAt()) / 1_000);
  }
}

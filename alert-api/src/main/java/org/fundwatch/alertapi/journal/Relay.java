package org.fundwatch.alertapi.journal;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that carries entries to their topics: woken after each append, and by itself now and
 * then for entries whose writer died. What fails is tried again for as long as it takes.
 */
@Component
final class Relay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final RelayRound round;
  private final Outbox outbox;
  private final RelaySignal signal;
  private final RelayState state;
  private final JournalTopics topics;
  private volatile boolean wanted;
  private volatile @Nullable Publisher publisher;
  private @Nullable Thread thread;

  Relay(
      RelayRound round, Outbox outbox, RelaySignal signal, RelayState state, JournalTopics topics) {
    this.round = round;
    this.outbox = outbox;
    this.signal = signal;
    this.state = state;
    this.topics = topics;
  }

  @Override
  public synchronized void start() {
    wanted = true;
    thread = new Thread(this::run, "journal-relay");
    thread.setDaemon(true);
    thread.start();
  }

  /** Stopped after the web server: nobody appends any more. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public synchronized void stop() {
    wanted = false;
    signal.wake();
    if (thread == null) {
      return;
    }
    try {
      thread.join(GRACE.toMillis());
      var open = publisher;
      if (thread.isAlive() && open != null) {
        open.close();
        thread.join(GRACE.toMillis());
      }
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  private void run() {
    try {
      while (wanted) {
        // A producer that has failed is not used again.
        try (var open = new Publisher(topics, this::waitingForBroker)) {
          publisher = open;
          carry(open);
        } catch (KafkaException e) {
          waitingForBroker();
          signal.await(LOOK_EVERY.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("relay: ended by a fault of its own; restart the service", e);
    }
  }

  private void carry(Publisher open) throws InterruptedException {
    boolean last;
    do {
      // What was written before the end of the service still goes out.
      last = !wanted;
      if (outbox.opened()) {
        round(open);
      }
      if (!last) {
        signal.await(LOOK_EVERY.toMillis());
      }
    } while (!last);
  }

  private void round(Publisher open) throws InterruptedException {
    try {
      int entries;
      do {
        entries = round.run(open, step -> {});
        state.relayed(entries);
      } while (entries > 0);
      state.waiting(outbox.waiting());
    } catch (SearchUnavailableException e) {
      state.failed(String.valueOf(e.getMessage()));
    } catch (IllegalStateException | IllegalArgumentException e) {
      if (state.well()) {
        LOG.error("relay: a fault of our own; entries wait", e);
      }
      state.failed("a fault of our own");
    }
  }

  private void waitingForBroker() {
    state.failed("broker away");
    try {
      state.waiting(outbox.waiting());
    } catch (SearchUnavailableException e) {
      LOG.debug("search node away as well", e);
    }
  }
}

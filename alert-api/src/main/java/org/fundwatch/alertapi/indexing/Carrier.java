package org.fundwatch.alertapi.indexing;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RetriableException;
import org.fundwatch.alertapi.indexing.IndexingSettings.Source;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that carries what a topic brings into an index. Offsets are committed after the search
 * node has taken what they stand for; what fails is tried again for as long as it takes.
 */
final class Carrier implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String name;
  private final IndexingSettings settings;
  private final Source source;
  private final Indices indices;
  private final Cargo cargo;
  private final IndexingState state;
  private volatile boolean wanted;
  private @Nullable Thread thread;

  /**
   * @param name of the thread
   */
  Carrier(
      String name,
      IndexingSettings settings,
      Source source,
      Indices indices,
      Cargo cargo,
      IndexingState state) {
    this.name = name;
    this.settings = settings;
    this.source = source;
    this.indices = indices;
    this.cargo = cargo;
    this.state = state;
  }

  IndexingState state() {
    return state;
  }

  @Override
  public synchronized void start() {
    wanted = true;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void stop() {
    wanted = false;
    if (thread != null) {
      try {
        thread.join(GRACE.toMillis());
        thread.interrupt();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  private void run() {
    try {
      var pause = Backoff.idle(settings);
      cargo.first().forEach(step -> until(step, pause));
      while (wanted && !indices.opened()) {
        pause.await(() -> wanted && !indices.opened());
      }
      boolean empty = until(indices::unfilled, pause).orElse(Set.of()).contains(cargo.index());
      state.searchIsBack();
      try (var topic = new CarriedTopic(settings, source, state, empty)) {
        while (wanted) {
          carryNext(topic);
          if (empty && topic.caughtUp()) {
            until(() -> indices.filled(Set.of(cargo.index())), new Backoff(settings, topic::idle));
            empty = false;
          }
        }
      }
    } catch (RuntimeException e) {
      if (wanted) {
        LOG.error("{}: ended by a fault of its own; restart the service", name, e);
      }
    }
  }

  private void carryNext(CarriedTopic topic) {
    var pause = new Backoff(settings, topic::idle);
    var records = until(topic::poll, pause).orElse(ConsumerRecords.empty());
    if (!records.isEmpty()) {
      // Polled once: these steps are repeated with the same records.
      until(() -> cargo.load(records, topic::id), pause)
          .ifPresent(load -> until(() -> state.wrote(load.write()), pause));
      until(topic::commit, pause);
    }
  }

  private void until(Runnable step, Backoff pause) {
    until(
        () -> {
          step.run();
          return true;
        },
        pause);
  }

  /** Tries until it succeeds; empty when the service stops before. */
  private <T> Optional<T> until(Supplier<T> step, Backoff pause) {
    while (wanted) {
      try {
        return Optional.of(step.get());
      } catch (SearchUnavailableException e) {
        state.searchIsAway(e);
      } catch (RetriableException e) {
        state.brokerIs(false);
      } catch (CommitFailedException e) {
        // Another instance has the partition now and will write the same once more.
        LOG.info("{}: partitions went to another instance", name);
        return Optional.empty();
      }
      pause.await(() -> wanted);
    }
    return Optional.empty();
  }
}

package org.fundwatch.alertapi.indexing;

import static org.fundwatch.alertapi.search.Indices.Name.ALERTS;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RetriableException;
import org.fundwatch.alertapi.journal.Filling;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that carries alerts over. Offsets are committed after the search node has taken what
 * they stand for; what fails is tried again for as long as it takes.
 */
@Component
class AlertIndexer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(AlertIndexer.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final IndexingSettings settings;
  private final Indices indices;
  private final AlertWriter writer;
  private final IndexingState state;
  private final Filling filling;
  private volatile boolean wanted;
  private @Nullable Thread thread;

  AlertIndexer(
      IndexingSettings settings,
      Indices indices,
      AlertWriter writer,
      IndexingState state,
      Filling filling) {
    this.filling = filling;
    this.settings = settings;
    this.indices = indices;
    this.writer = writer;
    this.state = state;
  }

  @Override
  public synchronized void start() {
    wanted = true;
    thread = new Thread(this::run, "alert-indexer");
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
      until(indices::ensure, pause);
      state.searchIsBack();
      until(filling::run, pause);
      boolean empty = until(indices::unfilled, pause).orElse(Set.of()).contains(ALERTS);
      try (var topic = new AlertTopic(settings, state, empty)) {
        while (wanted) {
          carryNext(topic);
          if (empty && topic.caughtUp()) {
            until(() -> indices.filled(Set.of(ALERTS)), new Backoff(settings, topic::idle));
            empty = false;
          }
        }
      }
    } catch (RuntimeException e) {
      if (wanted) {
        LOG.error("indexer: ended by a fault of its own; restart the service", e);
      }
    }
  }

  private void carryNext(AlertTopic topic) {
    var pause = new Backoff(settings, topic::idle);
    var batch = until(() -> AlertBatch.of(topic.poll()), pause).orElse(AlertBatch.EMPTY);
    if (!batch.isEmpty()) {
      until(() -> state.wrote(batch, writer.write(batch.alerts())), pause);
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
        LOG.info("indexer: partitions went to another instance");
        return Optional.empty();
      }
      pause.await(() -> wanted);
    }
    return Optional.empty();
  }
}

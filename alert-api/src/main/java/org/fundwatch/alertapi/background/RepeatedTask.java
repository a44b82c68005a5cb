package org.fundwatch.alertapi.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What a thread of its own does again and again while the service runs; it takes a tenth of the
 * time at most. What fails is tried again. A Spring bean. Thread-safe.
 */
public abstract class RepeatedTask implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);
  private static final int REST = 9;

  private final String name;
  private final Duration pause;
  private @Nullable ScheduledExecutorService thread;

  /**
   * @param name of the thread and in the log
   * @param pause before the first time, and at least between two
   */
  protected RepeatedTask(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /** Does it once. */
  protected abstract void once();

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    after(pause.toNanos());
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private synchronized void after(long nanos) {
    if (thread != null) {
      var unused = thread.schedule(this::onceMore, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void onceMore() {
    long began = System.nanoTime();
    try {
      once();
    } catch (SearchUnavailableException e) {
      LOG.debug("{}: search node away", name, e);
    } catch (RuntimeException e) {
      if (isRunning()) {
        LOG.error("{}: failed, and is tried again", name, e);
      }
    } finally {
      after(Math.max(pause.toNanos(), REST * (System.nanoTime() - began)));
    }
  }
}

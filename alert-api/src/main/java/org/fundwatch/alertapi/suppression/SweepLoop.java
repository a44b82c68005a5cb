package org.fundwatch.alertapi.suppression;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps again and again while the service runs, and takes a tenth of the time at most. */
@Component
class SweepLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);
  private static final int REST = 9;

  private final Sweep sweep;
  private final Settings settings;
  private final Timer done;
  private @Nullable ScheduledExecutorService thread;

  SweepLoop(Sweep sweep, Settings settings, MeterRegistry metrics) {
    this.sweep = sweep;
    this.settings = settings;
    this.done =
        Timer.builder("fundwatch.sweeps")
            .description("Sweeps that went through, and how long they took")
            .register(metrics);
  }

  /**
   * How often.
   *
   * @param every shortest pause between two sweeps
   */
  @ConfigurationProperties("fundwatch.sweep")
  record Settings(@DefaultValue("1s") Duration every) {}

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var made = new Thread(task, "sweep");
              made.setDaemon(true);
              return made;
            });
    after(settings.every().toNanos());
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
      var unused = thread.schedule(this::once, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void once() {
    long began = System.nanoTime();
    try {
      sweep.run();
      done.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    } catch (SearchUnavailableException e) {
      LOG.debug("sweep: search node away", e);
    } catch (RuntimeException e) {
      if (isRunning()) {
        LOG.error("sweep: failed, and is tried again", e);
      }
    } finally {
      after(Math.max(settings.every().toNanos(), REST * (System.nanoTime() - began)));
    }
  }
}

package org.fundwatch.alertapi.evidence;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes files from time to time whose upload was refused after its bytes were kept. */
@Component
class EvidenceSweep implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);

  private final EvidenceStore store;
  private final EvidenceSettings settings;
  private final NamedFiles files;
  private @Nullable ScheduledExecutorService thread;

  EvidenceSweep(EvidenceStore store, EvidenceSettings settings, NamedFiles files) {
    this.store = store;
    this.settings = settings;
    this.files = files;
  }

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var made = new Thread(task, "evidence-sweep");
              made.setDaemon(true);
              return made;
            });
    long every = settings.sweepEvery().toMillis();
    var unused = thread.scheduleWithFixedDelay(this::run, every, every, TimeUnit.MILLISECONDS);
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

  private void run() {
    try {
      int removed = files.known() ? store.unnamed().sweep(files::dropNamed) : 0;
      if (removed > 0) {
        LOG.info("evidence: {} files removed that no case names", removed);
      }
    } catch (SearchUnavailableException e) {
      LOG.debug("evidence: search node away", e);
    } catch (RuntimeException e) {
      LOG.error("evidence: sweep failed, and is tried again", e);
    }
  }
}

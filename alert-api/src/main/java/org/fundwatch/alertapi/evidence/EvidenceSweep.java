package org.fundwatch.alertapi.evidence;

import org.fundwatch.alertapi.background.RepeatedTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes files from time to time whose upload was refused after its bytes were kept. */
@Component
class EvidenceSweep extends RepeatedTask {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);

  private final EvidenceStore store;
  private final NamedFiles files;

  EvidenceSweep(EvidenceStore store, EvidenceSettings settings, NamedFiles files) {
    super("evidence-sweep", settings.sweepEvery());
    this.store = store;
    this.files = files;
  }

  @Override
  protected void once() {
    int removed = files.known() ? store.unnamed().sweep(files::dropNamed) : 0;
    if (removed > 0) {
      LOG.info("evidence: {} files removed that no case names", removed);
    }
  }
}

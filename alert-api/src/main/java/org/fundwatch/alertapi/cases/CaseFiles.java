package org.fundwatch.alertapi.cases;

import java.util.Set;
import org.fundwatch.alertapi.evidence.NamedFiles;
import org.fundwatch.alertapi.journal.EntryScan;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Paper.FileAttached;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.stereotype.Component;

/**
 * The files that cases name: by the entries that attached them, which stay whatever becomes of
 * their case. Thread-safe.
 */
@Component
final class CaseFiles implements NamedFiles {
  private final EntryScan entries;
  private final Indices indices;

  CaseFiles(EntryScan entries, Indices indices) {
    this.entries = entries;
    this.indices = indices;
  }

  @Override
  public boolean known() {
    return indices.opened();
  }

  @Override
  public void dropNamed(Set<String> sha256) {
    entries.ofType(
        CaseStore.KIND,
        CaseAction.typeOf(FileAttached.class),
        entry -> sha256.remove(entry.body(FileAttached.class).sha256()));
  }
}

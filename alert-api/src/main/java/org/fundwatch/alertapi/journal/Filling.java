package org.fundwatch.alertapi.journal;

import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Indices.Name;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills indices that were missing: the search node answers questions, the topics remember.
 * Thread-safe.
 */
@Component
public final class Filling {
  private static final Logger LOG = LoggerFactory.getLogger(Filling.class);

  private final Indices indices;
  private final JournalRestore restore;

  Filling(Indices indices, JournalRestore restore) {
    this.indices = indices;
    this.restore = restore;
  }

  /**
   * Fills what is not filled yet, but for alerts and settlement rows: they come from topics of
   * their own, and who indexes alerts takes what people did from the journal. May be repeated after
   * a failure, also by another process.
   *
   * @throws SearchUnavailableException when the search node does not answer
   * @throws RetriableException when the broker does not answer
   */
  public void run() {
    var empty = indices.unfilled();
    // Nothing in the journal is about them: nobody waits for them here.
    empty.remove(Name.SETTLEMENT_ROWS);
    if (!empty.isEmpty()) {
      LOG.info("indices {}: not filled yet; reading the topics", empty);
      for (var kind : Kind.values()) {
        if (empty.contains(kind.index()) || empty.contains(Name.JOURNAL_HEADS)) {
          restore.entries(kind);
        }
      }
      for (var kind : Kind.values()) {
        restore.projections(kind);
      }
      indices.filled(Set.copyOf(empty.stream().filter(name -> name != Name.ALERTS).toList()));
    }
    indices.open();
  }
}

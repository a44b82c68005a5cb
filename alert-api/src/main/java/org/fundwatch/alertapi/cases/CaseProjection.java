package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the list of cases. Thread-safe. */
@Component
final class CaseProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;
  private final Procedure procedure;

  CaseProjection(SearchNode node, Indices indices, Procedure procedure) {
    this.node = node;
    this.indices = indices;
    this.procedure = procedure;
  }

  @Override
  public Kind kind() {
    return Kind.CASE;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (Snapshots.isSnapshot(stream)) {
      return;
    }
    var file = CaseFile.of(CaseHistory.of(stream.id(), entries), procedure);
    node.putProjection(indices.alias(Indices.Name.CASES), file.id(), file, file.sequence());
  }
}

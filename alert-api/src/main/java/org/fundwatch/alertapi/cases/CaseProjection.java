package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the list of cases, and has entries settled that are new to it. Thread-safe. */
@Component
final class CaseProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;
  private final Procedure procedure;
  private final CaseSettling settling;

  CaseProjection(SearchNode node, Indices indices, Procedure procedure, CaseSettling settling) {
    this.node = node;
    this.indices = indices;
    this.procedure = procedure;
    this.settling = settling;
  }

  @Override
  public Kind kind() {
    return Kind.CASE;
  }

  @Override
  public void projectAll(Map<StreamId, List<Entry>> streams) {
    // While others are filled the list stays as it is: it says how far entries have been settled,
    // and those that have not been are still with the relay.
    if (!indices.filling() || indices.unfilled().contains(Indices.Name.CASES)) {
      streams.forEach(this::project);
    }
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (KeptTexts.isText(stream)) {
      return;
    }
    var history = CaseHistory.of(stream.id(), entries);
    // Before the document that says how far it has been done.
    settling.settle(history, listed(stream.id()));
    var file = CaseFile.of(history, procedure);
    node.putProjection(indices.alias(Indices.Name.CASES), file.id(), file, file.sequence());
  }

  /** Sequence that the list shows of a case, 0 before it shows anything. */
  private int listed(String id) {
    return node.get(indices.alias(Indices.Name.CASES), id, CaseFile.class)
        .map(stored -> stored.source().sequence())
        .orElse(0);
  }
}

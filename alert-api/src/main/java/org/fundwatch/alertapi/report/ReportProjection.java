package org.fundwatch.alertapi.report;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the list of reports. Thread-safe. */
@Component
final class ReportProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;

  ReportProjection(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  @Override
  public Kind kind() {
    return Kind.REPORT;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    var report = Report.of(entries);
    node.putProjection(indices.alias(Indices.Name.REPORTS), stream.id(), report, report.revision());
  }
}

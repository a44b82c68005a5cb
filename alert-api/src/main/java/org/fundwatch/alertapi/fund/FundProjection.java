package org.fundwatch.alertapi.fund;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the lists of funds and of notices. Thread-safe. */
@Component
final class FundProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;

  FundProjection(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  @Override
  public Kind kind() {
    return Kind.DESK;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (Series.isSeries(stream)) {
      var series = Series.of(stream, entries);
      var fund = FundDocument.of(series);
      node.putProjection(indices.alias(Indices.Name.FUNDS), fund.id(), fund, fund.sequence());
      // Those that are as they were are refused at once, for their sequence is the same.
      for (var notice : series.notices().values()) {
        node.putProjection(
            indices.alias(Indices.Name.NOTICES),
            notice.id(),
            NoticeDocument.of(notice),
            notice.sequence());
      }
    }
  }
}

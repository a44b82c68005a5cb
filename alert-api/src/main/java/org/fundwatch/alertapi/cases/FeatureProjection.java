package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps what cases are like; the alerts of a case are read when others came. Thread-safe. */
@Component
final class FeatureProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;
  private final Snapshots snapshots;

  FeatureProjection(SearchNode node, Indices indices, Snapshots snapshots) {
    this.node = node;
    this.indices = indices;
    this.snapshots = snapshots;
  }

  @Override
  public Kind kind() {
    return Kind.CASE;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (KeptTexts.isText(stream)) {
      return;
    }
    var history = CaseHistory.of(stream.id(), entries);
    var index = indices.alias(Indices.Name.CASE_FEATURES);
    var known = node.get(index, history.id(), CaseFeatures.class).map(stored -> stored.source());
    var features =
        known
            .filter(there -> there.snapshots().equals(CaseFeatures.snapshots(history)))
            .map(there -> there.at(history))
            .orElseGet(() -> read(history));
    if (known.isEmpty() || !known.get().equals(features)) {
      node.putProjectionSoon(index, history.id(), features, history.state().sequence());
    }
  }

  private CaseFeatures read(CaseHistory history) {
    return CaseFeatures.of(history, snapshots.alerts(history.state().alerts()));
  }
}

package org.fundwatch.alertapi.draw;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keeps the list of draws. Thread-safe. */
@Component
final class DrawProjection implements Projection {
  private final SearchNode node;
  private final Indices indices;

  DrawProjection(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  @Override
  public Kind kind() {
    return Kind.DESK;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (DrawService.isDraw(stream)) {
      var file = DrawFile.of(entries);
      node.putProjection(indices.alias(Indices.Name.DRAWS), file.id(), file, file.sequence());
    }
  }
}

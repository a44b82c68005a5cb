package org.fundwatch.alertapi.indexing;

import org.fundwatch.alertapi.search.Indices;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while the search node or the broker is away, while lost indices are being filled, or when
 * the indexer has ended.
 */
@Component("indexing")
class IndexingHealth implements HealthIndicator {
  private final IndexingState state;
  private final AlertIndexer indexer;
  private final Indices indices;

  IndexingHealth(IndexingState state, AlertIndexer indexer, Indices indices) {
    this.indices = indices;
    this.state = state;
    this.indexer = indexer;
  }

  @Override
  public Health health() {
    boolean filling = indices.filling();
    boolean well =
        !filling && state.searchReachable() && state.brokerReachable() && indexer.isRunning();
    return (well ? Health.up() : Health.down())
        .withDetail("searchNode", reachable(state.searchReachable()))
        .withDetail("broker", reachable(state.brokerReachable()))
        .withDetail("indexer", indexer.isRunning() ? "running" : "ended")
        .withDetail("filling", filling)
        .withDetail("lag", state.lag())
        .withDetail("rejected", state.rejected())
        .build();
  }

  private static String reachable(boolean is) {
    return is ? "reachable" : "away";
  }
}

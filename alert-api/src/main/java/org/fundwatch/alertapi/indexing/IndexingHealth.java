package org.fundwatch.alertapi.indexing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the search node or the broker is away, or the indexer has ended. */
@Component("indexing")
class IndexingHealth implements HealthIndicator {
  private final IndexingState state;
  private final AlertIndexer indexer;

  IndexingHealth(IndexingState state, AlertIndexer indexer) {
    this.state = state;
    this.indexer = indexer;
  }

  @Override
  public Health health() {
    boolean well = state.searchReachable() && state.brokerReachable() && indexer.isRunning();
    return (well ? Health.up() : Health.down())
        .withDetail("searchNode", reachable(state.searchReachable()))
        .withDetail("broker", reachable(state.brokerReachable()))
        .withDetail("indexer", indexer.isRunning() ? "running" : "ended")
        .withDetail("lag", state.lag())
        .withDetail("rejected", state.rejected())
        .build();
  }

  private static String reachable(boolean is) {
    return is ? "reachable" : "away";
  }
}

package org.fundwatch.alertapi.indexing;

import org.fundwatch.alertapi.search.Indices;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while the search node or the broker is away, while lost indices are being filled, or when an
 * indexer has ended.
 */
@Component("indexing")
class IndexingHealth implements HealthIndicator {
  private final Carrier alerts;
  private final Carrier rows;
  private final Indices indices;

  IndexingHealth(
      @Qualifier(IndexingConfiguration.ALERTS) Carrier alerts,
      @Qualifier(IndexingConfiguration.ROWS) Carrier rows,
      Indices indices) {
    this.alerts = alerts;
    this.rows = rows;
    this.indices = indices;
  }

  @Override
  public Health health() {
    boolean filling = indices.filling();
    boolean searchNode = alerts.state().searchReachable() && rows.state().searchReachable();
    boolean broker = alerts.state().brokerReachable() && rows.state().brokerReachable();
    boolean well = !filling && searchNode && broker && alerts.isRunning() && rows.isRunning();
    return (well ? Health.up() : Health.down())
        .withDetail("searchNode", reachable(searchNode))
        .withDetail("broker", reachable(broker))
        .withDetail("indexer", running(alerts))
        .withDetail("filling", filling)
        .withDetail("lag", alerts.state().lag())
        .withDetail("rejected", alerts.state().rejected())
        .withDetail("rowIndexer", running(rows))
        .withDetail("rowLag", rows.state().lag())
        .withDetail("rowsRejected", rows.state().rejected())
        .build();
  }

  private static String running(Carrier carrier) {
    return carrier.isRunning() ? "running" : "ended";
  }

  private static String reachable(boolean is) {
    return is ? "reachable" : "away";
  }
}

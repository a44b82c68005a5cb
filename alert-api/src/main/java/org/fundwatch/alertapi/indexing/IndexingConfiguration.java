package org.fundwatch.alertapi.indexing;

import io.micrometer.core.instrument.MeterRegistry;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is carried, each by a thread of its own: rows never delay alerts. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {
  static final String ALERTS = "alertCarrier";
  static final String ROWS = "rowCarrier";

  @Bean(ALERTS)
  Carrier alertCarrier(
      IndexingSettings settings, Indices indices, AlertCargo cargo, MeterRegistry metrics) {
    var state = new IndexingState(metrics, "alerts", "fundwatch.indexing");
    return new Carrier("alert-indexer", settings, settings.alerts(), indices, cargo, state);
  }

  @Bean(ROWS)
  Carrier rowCarrier(
      IndexingSettings settings, Indices indices, RowCargo cargo, MeterRegistry metrics) {
    var state = new IndexingState(metrics, "rows", "fundwatch.indexing.rows");
    return new Carrier("row-indexer", settings, settings.rows(), indices, cargo, state);
  }
}

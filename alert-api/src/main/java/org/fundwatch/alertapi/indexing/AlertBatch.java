package org.fundwatch.alertapi.indexing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a poll brought: for each alert its newest version.
 *
 * @param alerts by id
 * @param stale versions that a newer one in the same batch replaces
 * @param rejected records that are no alerts
 */
record AlertBatch(Map<String, Alert> alerts, int stale, int rejected) {
  private static final Logger LOG = LoggerFactory.getLogger(AlertBatch.class);

  static AlertBatch of(Iterable<ConsumerRecord<String, byte[]>> records) {
    var alerts = new LinkedHashMap<String, Alert>();
    int stale = 0;
    int rejected = 0;
    for (var record : records) {
      try {
        var alert = read(record);
        var before = alerts.get(alert.id());
        if (before != null) {
          stale++;
        }
        if (before == null || alert.version() > before.version()) {
          alerts.put(alert.id(), alert);
        }
      } catch (IOException | RuntimeException e) {
        rejected++;
        // The place says which one; the content could hold personal data.
        LOG.warn(
            "{}-{}@{}: no alert ({})",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getClass().getSimpleName());
      }
    }
    return new AlertBatch(alerts, stale, rejected);
  }

  private static Alert read(ConsumerRecord<String, byte[]> record) throws IOException {
    if (record.value() == null) {
      throw new IOException("empty record");
    }
    return AlertJson.read(record.value());
  }
}

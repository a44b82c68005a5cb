package org.fundwatch.alertapi.indexing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.rows.RowDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a poll brought: for each settlement its newest row.
 *
 * @param rows by settlement
 * @param stale rows that a newer one in the same batch replaces
 * @param rejected records that are no rows
 */
record RowBatch(Map<String, RowDocument> rows, int stale, int rejected) {
  private static final Logger LOG = LoggerFactory.getLogger(RowBatch.class);

  static RowBatch of(Iterable<ConsumerRecord<String, byte[]>> records, String topicId) {
    var rows = new LinkedHashMap<String, RowDocument>();
    int stale = 0;
    int rejected = 0;
    for (var record : records) {
      if (record.value() == null) {
        // Says nothing: rows stay for as long as alerts point at them.
        continue;
      }
      try {
        var row = row(record, topicId);
        // The records of a key come in the order of their offsets.
        if (rows.put(row.settlementId(), row) != null) {
          stale++;
        }
      } catch (IOException | RuntimeException e) {
        rejected++;
        // The place says which one; the content could hold personal data.
        LOG.warn(
            "{}-{}@{}: no settlement row ({})",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getClass().getSimpleName());
      }
    }
    return new RowBatch(rows, stale, rejected);
  }

  private static RowDocument row(ConsumerRecord<String, byte[]> record, String topicId)
      throws IOException {
    var row = RowDocument.of(record.value(), topicId, record.partition(), record.offset());
    if (row.settlementId().isEmpty() || !row.settlementId().equals(record.key())) {
      throw new IOException("row under another settlement's key");
    }
    return row;
  }
}

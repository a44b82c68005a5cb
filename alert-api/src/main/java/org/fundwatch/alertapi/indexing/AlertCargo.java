package org.fundwatch.alertapi.indexing;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.journal.Filling;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.stereotype.Component;

/** Alerts, by version. Whoever carries them makes the indices that are missing, and fills them. */
@Component
final class AlertCargo implements Cargo {
  private final Indices indices;
  private final Filling filling;
  private final AlertWriter writer;

  AlertCargo(Indices indices, Filling filling, AlertWriter writer) {
    this.indices = indices;
    this.filling = filling;
    this.writer = writer;
  }

  @Override
  public Indices.Name index() {
    return Indices.Name.ALERTS;
  }

  @Override
  public List<Runnable> first() {
    return List.of(indices::ensure, filling::run);
  }

  @Override
  public Load load(Iterable<ConsumerRecord<String, byte[]>> records, Supplier<String> topicId) {
    var batch = AlertBatch.of(records);
    return () ->
        writer.write(batch.alerts()).plus(new Tally(0, 0, batch.stale(), batch.rejected()));
  }
}

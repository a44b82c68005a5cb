package org.fundwatch.alertapi.indexing;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.stereotype.Component;

/** Settlement rows, by their places on the topic. */
@Component
final class RowCargo implements Cargo {
  private final RowWriter writer;

  RowCargo(RowWriter writer) {
    this.writer = writer;
  }

  @Override
  public Indices.Name index() {
    return Indices.Name.SETTLEMENT_ROWS;
  }

  @Override
  public List<Runnable> first() {
    return List.of();
  }

  @Override
  public Load load(Iterable<ConsumerRecord<String, byte[]>> records, Supplier<String> topicId) {
    var batch = RowBatch.of(records, topicId.get());
    return () -> writer.write(batch.rows()).plus(new Tally(0, 0, batch.stale(), batch.rejected()));
  }
}

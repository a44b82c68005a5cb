package org.fundwatch.alertapi.indexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.junit.jupiter.api.Test;

final class RowBatchTest {
  private static final String KEY = "S-M000001";

  @Test
  void of_severalOfOneSettlement_keepsTheLastAsItCame() {
    var first = SettlementRowJson.write(SampleRow.of(1).row());
    var last = SettlementRowJson.write(SampleRow.of(1).takenBack().row());

    var batch = RowBatch.of(List.of(record(7, KEY, first), record(8, KEY, last)), "topic");

    assertThat(batch.stale()).isEqualTo(1);
    var row = batch.rows().get(KEY);
    assertThat(row.row().getBytes(UTF_8)).isEqualTo(last);
    assertThat(row.stands()).isFalse();
    assertThat(row.encounterId()).isEqualTo("M000001");
    assertThat(row.institution()).isEqualTo("H32010000001");
    assertThat(row.region()).isEqualTo("320102");
    assertThat(row.offset()).isEqualTo(8);
  }

  @Test
  void of_recordsThatAreNoRows_countsThem_andPassesOverNothing() {
    var row = SettlementRowJson.write(SampleRow.of(1).row());
    var withoutPerson =
        new String(row, UTF_8)
            .replaceAll("\"person\":\\{[^}]*}", "\"person\":null")
            .getBytes(UTF_8);

    var batch =
        RowBatch.of(
            List.of(
                record(1, KEY, "{".getBytes(UTF_8)),
                record(2, KEY, "null".getBytes(UTF_8)),
                record(3, "S-other", row),
                record(4, KEY, withoutPerson),
                record(5, KEY, null)),
            "topic");

    assertThat(batch.rows()).isEmpty();
    assertThat(batch.rejected()).isEqualTo(4);
    assertThat(batch.stale()).isZero();
  }

  private static ConsumerRecord<String, byte[]> record(long offset, String key, byte[] value) {
    return new ConsumerRecord<>("rows", 0, offset, key, value);
  }
}

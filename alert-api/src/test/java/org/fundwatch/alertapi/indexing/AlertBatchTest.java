package org.fundwatch.alertapi.indexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.alert.AlertJson;
import org.junit.jupiter.api.Test;

final class AlertBatchTest {
  @Test
  void of_severalVersions_keepsTheNewestWhateverTheOrder() {
    var batch =
        AlertBatch.of(
            List.of(
                record(1, AlertJson.write(SampleAlert.of(1).version(2).alert())),
                record(2, AlertJson.write(SampleAlert.of(1).version(3).alert())),
                record(3, AlertJson.write(SampleAlert.of(1).version(1).alert())),
                record(4, AlertJson.write(SampleAlert.of(2).alert()))));

    assertThat(batch.alerts()).hasSize(2);
    assertThat(batch.alerts().get(SampleAlert.of(1).id()).version()).isEqualTo(3);
    assertThat(batch.stale()).isEqualTo(2);
    assertThat(batch.rejected()).isZero();
  }

  @Test
  void of_recordsThatAreNoAlerts_countsThem() {
    var batch =
        AlertBatch.of(
            List.of(
                record(1, "{".getBytes(UTF_8)),
                record(2, "null".getBytes(UTF_8)),
                record(3, null)));

    assertThat(batch.alerts()).isEmpty();
    assertThat(batch.rejected()).isEqualTo(3);
  }

  private static ConsumerRecord<String, byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>("alerts", 0, offset, "key", value);
  }
}

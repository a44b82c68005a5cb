package org.fundwatch.alertapi.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IndexingIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void alert_sent_isFoundWithItsReasons() {
    var sample = SampleAlert.of(1);

    SERVICE.send(sample.alert());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var answer = SERVICE.as("inspector").get("/api/v1/alerts/" + sample.id());
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.tag()).isEqualTo("\"1-0\"");
            });
    var list = SERVICE.as("inspector").get("/api/v1/alerts");
    assertThat(list.status()).isEqualTo(200);
  }
}

package org.fundwatch.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.junit.jupiter.api.Test;

final class AlertCrowdTest {
  private static final List<Alert> ALERTS =
      IntStream.range(0, 5_000).mapToObj(new AlertCrowd(7)::alert).toList();

  @Test
  void alert_bySeedAndNumber_isTheSame() {
    assertThat(new AlertCrowd(7).alert(4_321)).isEqualTo(ALERTS.get(4_321));
    assertThat(new AlertCrowd(8).alert(4_321)).isNotEqualTo(ALERTS.get(4_321));
  }

  @Test
  void alert_any_canBeWrittenAndRead() throws IOException {
    for (var alert : ALERTS) {
      assertThat(AlertJson.read(AlertJson.write(alert))).isEqualTo(alert);
    }
  }

  @Test
  void alerts_many_areAsTheyAreSaidToBe() {
    assertThat(ALERTS.stream().map(Alert::id).distinct()).hasSize(5_000);
    assertThat(ALERTS.stream().filter(alert -> alert.status() == AlertStatus.WITHDRAWN).count())
        .isBetween(190L, 310L);
    assertThat(ALERTS.stream().filter(alert -> alert.findings().size() == 2).count())
        .isBetween(415L, 585L);
    assertThat(ALERTS.stream().map(alert -> alert.institution().region()).distinct()).hasSize(40);
    var median =
        ALERTS.stream().map(Alert::amountFen).sorted().collect(Collectors.toList()).get(2_500);
    assertThat(median).isBetween(100_000L, 121_000L);
  }
}

package org.fundwatch.alertapi.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.alert.AlertJson;
import org.junit.jupiter.api.Test;

final class AlertMaskTest {
  private static final String PERSON = "T0123456789abcdef0123456789abcdef";
  private static final String DOCTOR = "D320100000011";

  @Test
  void alert_masked_namesNobodyAndKeepsTheRest() {
    var alert =
        SampleAlert.of(1).version(2).sentence("医师 %s 与参保人 %s".formatted(DOCTOR, PERSON)).alert();

    var masked = AlertMask.of(alert);

    assertThat(new String(AlertJson.write(masked), UTF_8)).doesNotContain(PERSON, DOCTOR);
    assertThat(masked.person()).isEqualTo("T***ef");
    assertThat(masked.findings().get(0).sentenceZh()).isEqualTo("医师 D***11 与参保人 T***ef");
    assertThat(masked.subject()).isEqualTo(alert.subject());
    assertThat(masked.lineage()).isEqualTo(alert.lineage());
    assertThat(masked.findings().get(0).evidence()).isEqualTo(alert.findings().get(0).evidence());
    assertThat(masked.findings().get(1).model()).isEqualTo(alert.findings().get(1).model());
  }

  @Test
  void summary_masked_namesNobody() {
    var part = AlertPartTest.part(SampleAlert.of(1).sentence("参保人 " + PERSON).alert());

    var summary = AlertSummary.of(new AlertDocument(part, Triage.UNTOUCHED));

    assertThat(summary.toString()).doesNotContain(PERSON, DOCTOR);
    assertThat(summary.headlineZh()).isEqualTo("参保人 T***ef");
  }
}

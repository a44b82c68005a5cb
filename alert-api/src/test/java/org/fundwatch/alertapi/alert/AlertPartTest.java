package org.fundwatch.alertapi.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Outcome;
import org.junit.jupiter.api.Test;

final class AlertPartTest {
  @Test
  void of_severalFindings_headsWithTheStrongest() {
    var alert = SampleAlert.of(1).outcome(Outcome.VIOLATION).version(3).alert();

    var part = AlertPart.of(alert);

    assertThat(part.headlineZh()).isEqualTo("两次住院间隔 2 天，主诊断相同，疑似分解住院");
    assertThat(part.rules()).containsExactly("IP01-split-admission", "ML02-unusual-stay");
    assertThat(part.ruleLabels())
        .containsExactly("IP01-split-admission|分解住院", "ML02-unusual-stay|异常住院");
    assertThat(part.priority()).isEqualTo(98_765);
    assertThat(part.raisedAt()).isEqualTo(alert.lineage().get(0).atMillis());
    assertThat(part.changedAt()).isEqualTo(alert.lineage().get(2).atMillis());
    assertThat(part.sentences()).hasSize(4);
  }

  @Test
  void payload_isTheAlertByteForByte() {
    var alert = SampleAlert.of(1).alert();

    var document = new AlertDocument(AlertPart.of(alert), Triage.UNTOUCHED);

    assertThat(document.alert().payload()).isEqualTo(new String(AlertJson.write(alert), UTF_8));
    assertThat(AlertStore.payload(document)).isEqualTo(alert);
  }

  @Test
  void tag_ofHeader_readsOnlyOurs() {
    assertThat(EntityTag.parse("\"4-2\"")).contains(new EntityTag(4, 2));
    assertThat(new EntityTag(4, 2).header()).isEqualTo("\"4-2\"");
    assertThat(EntityTag.parse("*")).isEmpty();
    assertThat(EntityTag.parse("\"4\"")).isEmpty();
    assertThat(EntityTag.parse("\"9999999999-1\"")).isEmpty();
  }
}

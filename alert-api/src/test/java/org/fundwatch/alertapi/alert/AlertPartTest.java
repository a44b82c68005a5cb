package org.fundwatch.alertapi.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.alertapi.priority.Appraiser;
import org.fundwatch.alertapi.priority.Deadline;
import org.fundwatch.alertapi.priority.Effort;
import org.fundwatch.alertapi.priority.Figures;
import org.fundwatch.alertapi.priority.Provenance;
import org.fundwatch.alertapi.priority.Weight;
import org.fundwatch.alertapi.rulecatalog.RuleFamilies;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Outcome;
import org.junit.jupiter.api.Test;

final class AlertPartTest {
  @Test
  void of_severalFindings_headsWithTheStrongest() {
    var alert = SampleAlert.of(1).outcome(Outcome.VIOLATION).version(3).alert();

    var part = part(alert);

    assertThat(part.headlineZh()).isEqualTo("两次住院间隔 2 天，主诊断相同，疑似分解住院");
    assertThat(part.rules()).containsExactly("IP01-split-admission", "ML02-unusual-stay");
    assertThat(part.ruleLabels())
        .containsExactly("IP01-split-admission|分解住院", "ML02-unusual-stay|异常住院");
    // 123456 fen x 0.8 / 2 hours
    assertThat(part.priority()).isEqualTo(49_382);
    assertThat(part.effortMinutes()).isEqualTo(120);
    assertThat(part.score()).isEqualTo(0.83);
    assertThat(part.families()).containsExactly("本库", "本库/模型", "管理类", "管理类/行为主体监管类");
    assertThat(part.ruleCount()).isEqualTo(2);
    assertThat(part.due()).isEqualTo(LocalDate.of(2026, 5, 16));
    assertThat(part.raisedAt()).isEqualTo(alert.lineage().get(0).atMillis());
    assertThat(part.changedAt()).isEqualTo(alert.lineage().get(2).atMillis());
    assertThat(part.sentences()).hasSize(4);
  }

  @Test
  void payload_isTheAlertByteForByte() {
    var alert = SampleAlert.of(1).alert();

    var document = new AlertDocument(part(alert), Triage.UNTOUCHED);

    assertThat(document.alert().payload()).isEqualTo(new String(AlertJson.write(alert), UTF_8));
    assertThat(AlertStore.payload(document)).isEqualTo(alert);
  }

  static AlertPart part(Alert alert) {
    var appraiser =
        new Appraiser(
            List.of(new Effort("", "", null, 120, Provenance.PROPOSAL, "a test")),
            List.of(
                new Deadline("", Outcome.VIOLATION, 14, Provenance.PROPOSAL, "a test"),
                new Deadline("", Outcome.SUSPICION, 30, Provenance.PROPOSAL, "a test")),
            List.of(new Weight("", 20, Provenance.PROPOSAL, "a test")),
            () -> Figures.NONE);
    return new AlertParts(new RuleFamilies(), appraiser).of(alert);
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

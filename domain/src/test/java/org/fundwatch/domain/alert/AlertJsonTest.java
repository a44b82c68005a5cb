package org.fundwatch.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.junit.jupiter.api.Test;

class AlertJsonTest {

  private static final Institution HOSPITAL =
      new Institution("H33010000001", "示例市第一医院", "05", "330100");
  private static final Subject STAY = new Subject(SubjectKind.ENCOUNTER, "M1");

  @Test
  void write_alert_isReadBackEqual() throws IOException {
    Alert alert = alert(Alert.SCHEMA);

    byte[] json = AlertJson.write(alert);

    assertThat(AlertJson.read(json)).isEqualTo(alert);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .doesNotContain("\n")
        .doesNotContain("pharmacy");
  }

  @Test
  void read_withoutVersionAndLineage_takesWhatJudgeWrites() throws IOException {
    String json = new String(AlertJson.write(alert(Alert.SCHEMA)), StandardCharsets.UTF_8);

    Alert alert =
        AlertJson.read(
            json.replace("\"version\":1,\"status\"", "\"status\"")
                .replaceFirst(",\"lineage\":\\[.*]}$", "}")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(alert.lineage()).isEmpty();
    assertThat(alert.version()).isZero();
    assertThat(alert.findings()).hasSize(1);
  }

  @Test
  void read_newerLayout_isRefusedNamingBoth() {
    byte[] json = AlertJson.write(alert(2));

    assertThatThrownBy(() -> AlertJson.read(json))
        .hasMessage("alert " + FindingIds.alert(STAY) + ": schema 2; supported are 1 to 1");
  }

  private static Alert alert(int schema) {
    Finding finding =
        new Finding(
            Finding.SCHEMA,
            FindingIds.finding("IP14", STAY, List.of("S1")),
            new RuleRef("IP14", 1, "rs1", "GZ10000204005000", "低标准入院", "Low threshold", List.of()),
            Outcome.SUSPICION,
            0.75,
            STAY,
            List.of("S1"),
            123_456,
            1,
            2,
            HOSPITAL,
            "D330100000001",
            "T0",
            "310",
            "句子",
            "sentence",
            List.of(new FactValue("stay_days", "2", "day")),
            List.of(new Evidence(Evidence.Kind.SETTLEMENT, "S1", "")),
            new ModelTrace("low-threshold", "v1", 0.9, List.of(new Attribution("days", 2, 1.5))));
    return new Alert(
        schema,
        FindingIds.alert(STAY),
        1,
        AlertStatus.OPEN,
        STAY,
        Outcome.SUSPICION,
        0.75,
        123_456,
        1,
        2,
        HOSPITAL,
        "D330100000001",
        "T0",
        "310",
        List.of(finding),
        List.of(
            new Amendment(1, 3, "MSG1", "2304", "raised IP14", "F14", List.of()),
            new Amendment(
                2,
                4,
                "MSG2",
                "4101",
                "amended IP14",
                "F14",
                List.of(new ValueChange("amountFen", "100", "123456")))));
  }
}

package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.cases.SnapshotRow.Kind;
import org.fundwatch.alertapi.cases.SnapshotRow.Reach;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.rulecatalog.TestTexts;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.rules.RuleBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowMakerTest {
  private static final String TEXT = "id: C01-age\nversion: 4\n";
  private static final String TABLE =
      "item,min_age:int,from,to,region,source\n0012,0,,,,x\n0012,1,2026-01-01,,32,x\n0031,0,,,,x\n";

  private static final FrozenRows NONE = new FrozenRows(Map.of(), Map.of());

  @TempDir Path folder;

  @BeforeEach
  void library() throws Exception {
    Files.createDirectories(folder.resolve("rules/F/C01-age"));
    Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(folder.resolve("rules/F/C01-age/rule.yaml"), TEXT);
    Files.writeString(folder.resolve("knowledge/age-limits.csv"), TABLE);
  }

  @Test
  void rows_ofTheRuleSetThatJudged_areWhole() throws Exception {
    var ruleSet = RuleBundle.ofFolder(folder);

    var rows = rows(ruleSet.version()).rows();

    assertThat(rows).extracting(SnapshotRow::kind).containsExactly(Kind.KNOWLEDGE, Kind.RULE);
    assertThat(rows).extracting(SnapshotRow::reach).containsOnly(Reach.WHOLE);
    var knowledge = rows.get(0);
    assertThat(knowledge.version()).isEqualTo(ruleSet.knowledgeVersion());
    assertThat(knowledge.text())
        .contains("\"lines\":[\"0012,0,,,,x\",\"0012,1,2026-01-01,,32,x\"]")
        .contains(Digests.of(TABLE).sha256())
        .contains(Digests.of(TABLE).sm3());
    assertThat(knowledge.sha256()).isEqualTo(Digests.of(knowledge.text()).sha256());
    assertThat(rows.get(1).text()).contains("version: 4").contains(ruleSet.version());
  }

  @Test
  void rows_ofARuleSetThatIsNotAtHand_sayWhichItWas() {
    var rows = rows("0123456789ab").rows();

    assertThat(rows.get(0).reach()).isEqualTo(Reach.REFERENCE);
    assertThat(rows.get(0).text()).contains("\"ruleSet\":\"0123456789ab\"");
    assertThat(rows.get(1).reach()).isEqualTo(Reach.SAME_VERSION);
  }

  @Test
  void rows_areThoseThatWereWritten() {
    var rows = rows("0123456789ab");

    assertThat(RowMaker.read(RowMaker.write(rows))).isEqualTo(rows);
  }

  @Test
  void completed_takesWhatHasCome_andLeavesTheRest() {
    var alert = SampleAlert.of(1).alert();
    var before = new RowMaker(TestTexts.of(folder)).rows(alert, "{}", NONE);
    var whole =
        SnapshotRow.of(Kind.SETTLEMENT, "S-M000001", "m1", Reach.WHOLE, "{1}")
            .marking(List.of("2"));
    var part = SnapshotRow.of(Kind.SETTLEMENT, "S-part", "m2", Reach.WHOLE, "{2}");
    var come =
        new FrozenRows(
            Map.of("S-M000001", whole, "S-part", part), Map.of("M000001", List.of(whole, part)));

    var after = RowMaker.completed(before, come);

    assertThat(after.rows()).contains(whole, part).hasSize(before.rows().size() + 1);
    assertThat(after.rows()).filteredOn(row -> row.id().equals("S-M000001")).containsExactly(whole);
    assertThat(after.rows().indexOf(whole)).isEqualTo(2);
    // What is there whole already stays, though it has changed since.
    var changed = SnapshotRow.of(Kind.SETTLEMENT, "S-part", "m3", Reach.WHOLE, "{3}");
    assertThat(RowMaker.completed(after, new FrozenRows(Map.of("S-part", changed), Map.of())))
        .isSameAs(after);
  }

  private SnapshotRows rows(String ruleSet) {
    var alert = alert(ruleSet);
    var payload = new String(AlertJson.write(alert), StandardCharsets.UTF_8);
    return new RowMaker(TestTexts.of(folder)).rows(alert, payload, NONE);
  }

  /** An alert of one finding that rests on one row of knowledge. */
  private static Alert alert(String ruleSet) {
    var alert = SampleAlert.of(1).ruleAlone().alert();
    var found = alert.findings().get(0);
    var rule = new RuleRef("C01-age", 4, ruleSet, "", "年龄", "Age", List.of());
    var finding =
        new Finding(
            found.schema(),
            found.id(),
            rule,
            found.outcome(),
            found.confidence(),
            found.subject(),
            found.anchors(),
            found.amountFen(),
            found.serviceFromMillis(),
            found.serviceToMillis(),
            found.institution(),
            found.doctor(),
            found.person(),
            found.insuranceType(),
            found.sentenceZh(),
            found.sentenceEn(),
            found.facts(),
            List.of(new Evidence(Evidence.Kind.KNOWLEDGE_ROW, "age_limits:0012@32,2026-01-01", "")),
            null);
    return new Alert(
        alert.schema(),
        alert.id(),
        alert.version(),
        alert.status(),
        alert.subject(),
        alert.outcome(),
        alert.confidence(),
        alert.amountFen(),
        alert.serviceFromMillis(),
        alert.serviceToMillis(),
        alert.institution(),
        alert.doctor(),
        alert.person(),
        alert.insuranceType(),
        List.of(finding),
        alert.lineage());
  }
}

package org.fundwatch.rules.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.backtest.BackTestReport.Example;
import org.fundwatch.rules.backtest.BackTestReport.Kind;
import org.fundwatch.rules.backtest.BackTestReport.Part;
import org.fundwatch.rules.backtest.BackTestReport.Row;
import org.fundwatch.rules.backtest.BackTestReport.RuleChange;
import org.fundwatch.rules.backtest.BackTestReport.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  private static final BackTestReport.Rules OLD = new BackTestReport.Rules("old", "aa", 2);
  private static final BackTestReport.Rules NEW = new BackTestReport.Rules("new <2>", "bb", 2);
  private static final BackTestReport.History HISTORY = new BackTestReport.History(1, 1000, 2);

  @TempDir private Path folder;

  @Test
  void findings_areAddedDroppedChangedOrKept() throws IOException {
    BackTestReport report = report("");

    assertThat(report.findings())
        .isEqualTo(
            new Row(
                "findings",
                "",
                new Side(4, 10_000, 0, 0),
                new Side(4, 8_500, 0, 0),
                new Part(1, 500),
                new Part(1, 3_000),
                new Part(2, 3_000),
                new Part(1, 1_000)));
    assertThat(report.byRule())
        .extracting(Row::key, Row::moved)
        .containsExactly(tuple("V1", 2L), tuple("S1", 1L));
  }

  @Test
  void alerts_countOnceForEachSubject() throws IOException {
    BackTestReport report = report("");

    assertThat(report.alerts().before()).isEqualTo(new Side(3, 9_000, 0, 0));
    assertThat(report.alerts().after()).isEqualTo(new Side(3, 7_500, 0, 0));
    assertThat(report.alerts().added()).isEqualTo(new Part(1, 500));
    assertThat(report.alerts().dropped()).isEqualTo(new Part(1, 3_000));
    assertThat(report.alerts().changed()).isEqualTo(new Part(1, 1_000));
    assertThat(report.byRegion()).extracting(Row::key).containsExactly("320100", "320500");
    assertThat(report.byInstitution())
        .extracting(Row::name)
        .containsExactly(Samples.NORTH.name(), Samples.SOUTH.name());
  }

  @Test
  void hours_areMinutesOfTheStrongestOutcome() throws IOException {
    BackTestReport report = report("");

    // Before two violations and a suspicion, after three violations.
    assertThat(report.hoursBefore()).isEqualTo((15 + 15 + 60) / 60.0);
    assertThat(report.hoursAfter()).isEqualTo((15 + 15 + 15) / 60.0);
    assertThat(Minutes.parse("suspicion=120")).isEqualTo(new Minutes(15, 120, 10));
    assertThatThrownBy(() -> Minutes.parse("suspicious=1"))
        .hasMessage(
            "minutes: 'suspicious=1'; statistic=..., suspicion=..., violation=<whole number>");
  }

  @Test
  void precision_countsWhatIsKnown() throws IOException {
    BackTestReport report =
        report("id,outcome,rule\nE1,rejected,\nE1,confirmed,S1\nE4,confirmed,\n");

    Row rule = report.byRule().get(0);
    assertThat(rule.key()).isEqualTo("V1");
    assertThat(rule.before().precision()).isZero();
    assertThat(rule.after().precision()).isEqualTo(0.5);
    // The first alert is right by one of its two findings.
    assertThat(report.alerts().before()).isEqualTo(new Side(3, 9_000, 1, 0));
    assertThat(report.alerts().after()).isEqualTo(new Side(3, 7_500, 2, 0));
  }

  @Test
  void outcomes_thatAreNotUnderstood_areAllNamed() throws IOException {
    Path file =
        Files.writeString(folder.resolve("o.csv"), "id,outcome\nE1,yes\nE2,confirmed\nE3,\n");

    assertThatThrownBy(() -> CsvOutcomes.read(file))
        .hasMessage(
            "%s:2: outcome 'yes'; confirmed or rejected\n%s:4: outcome ''; confirmed or rejected"
                .formatted(file, file));
    Path other = Files.writeString(folder.resolve("p.csv"), "alert,result\nE1,yes\n");
    assertThatThrownBy(() -> CsvOutcomes.read(other))
        .hasMessage(other + ":2: columns alert,result; id, outcome and perhaps rule");
  }

  @Test
  void examples_areTheLargestOfEachRuleAndKind() throws IOException {
    assertThat(report("").examples())
        .extracting(Example::rule, Example::kind, Example::beforeFen, Example::afterFen)
        .containsExactly(
            tuple("S1", Kind.DROPPED, 3_000L, 0L),
            tuple("V1", Kind.ADDED, 0L, 500L),
            tuple("V1", Kind.CHANGED, 4_000L, 5_000L));
    Comparison many = new Comparison(Outcomes.NONE, Minutes.DEFAULT);
    for (int i = 1; i <= 9; i++) {
      many.add(null, Samples.alert(Samples.finding("V1", "E" + i, Samples.NORTH, i)));
    }
    assertThat(many.report(OLD, NEW, List.of(), HISTORY).examples())
        .extracting(Example::afterFen)
        .containsExactly(9L, 8L, 7L);
  }

  @Test
  void json_holdsTheReport() throws IOException {
    JsonNode json = new JsonMapper().readTree(BackTestJson.of(report("")));

    assertThat(json.at("/findings/added/fen").asLong()).isEqualTo(500);
    assertThat(json.at("/byRule/0/key").asText()).isEqualTo("V1");
    assertThat(json.at("/history/events").asLong()).isEqualTo(1000);
    assertThat(json.at("/examples/0/sentenceZh").asText()).isEqualTo("句子 & S1");
  }

  @Test
  void text_namesWhatChanged() throws IOException {
    assertThat(BackTestText.of(report("id,outcome\nE4,confirmed\n")))
        .contains("against: old, rule-set aa, 2 rules judge")
        .contains("V1: version 1 -> 2")
        .contains("inspector hours: 1.5 -> 0.8 (violation 15")
        .containsPattern("V1 +2 +3 +\\+1 +1 +1 +15.00 – +100.0 % \\(1/1\\)")
        .contains("dropped S1 ", "(30.00 -> 0.00 yuan)", "sentence of S1");
  }

  @Test
  void page_needsNothingBesideItself() throws IOException {
    String page = BackTestPage.of(report("id,outcome\nE4,confirmed\n"));

    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(page).doesNotContain("http:", "https:", "<script", "src=", "@import", "url(");
    assertThat(page)
        .contains("New: new &lt;2&gt; (bb, 2 rules)")
        .contains("示例医院&lt;北&gt;")
        .contains("句子 &amp; S1")
        .doesNotContain("示例医院<北>");
    assertThat(page.split("<svg ", -1)).hasSize(1 + 4);
    assertThat(page).contains("<title>dropped 1</title>", "<title>added 1</title>");
    assertThat(page).doesNotContain("NaN");
  }

  @Test
  void changes_areThoseOfJudgingRules() throws RuleSetException {
    RuleBundle old = RuleBundle.builtIn();
    Map<String, String> files = new TreeMap<>(old.files());
    files.computeIfPresent(
        "rules/clinical/RX01-sex-limit/rule.yaml",
        (path, text) -> text.replaceFirst("version: \\d+", "version: 99"));
    files.computeIfPresent(
        "rules/clinical/RX02-age-limit/rule.yaml",
        (path, text) -> text.replace("status: active", "status: shadow"));

    List<RuleChange> changes =
        Comparison.changes(RuleCompiler.compile(old), RuleCompiler.compile(RuleBundle.of(files)));

    assertThat(changes)
        .extracting(RuleChange::rule, RuleChange::after)
        .containsExactly(tuple("RX01-sex-limit", 99), tuple("RX02-age-limit", 0));
  }

  private BackTestReport report(String outcomes) throws IOException {
    Outcomes known =
        outcomes.isEmpty()
            ? Outcomes.NONE
            : CsvOutcomes.read(Files.writeString(folder.resolve("outcomes.csv"), outcomes));
    Path before =
        write(
            "before.jsonl",
            Samples.alert(
                Samples.finding("V1", "E1", Samples.NORTH, 4_000),
                Samples.finding("S1", "E1", Samples.NORTH, 1_000)),
            Samples.alert(Samples.finding("S1", "E2", Samples.NORTH, 3_000)),
            Samples.alert(Samples.finding("V1", "E3", Samples.SOUTH, 2_000)));
    Path after =
        write(
            "after.jsonl",
            Samples.alert(
                Samples.finding("V1", "E1", Samples.NORTH, 5_000),
                Samples.finding("S1", "E1", Samples.NORTH, 1_000)),
            Samples.alert(Samples.finding("V1", "E3", Samples.SOUTH, 2_000)),
            Samples.alert(Samples.finding("V1", "E4", Samples.NORTH, 500)));
    Comparison comparison = new Comparison(known, Minutes.DEFAULT);
    AlertFiles.compare(before, after, comparison);
    return comparison.report(OLD, NEW, List.of(new RuleChange("V1", 1, 2)), HISTORY);
  }

  private Path write(String name, Alert... alerts) throws IOException {
    return Files.write(
        folder.resolve(name),
        Arrays.stream(alerts)
            .sorted(Comparator.comparing(Alert::id))
            .map(alert -> new String(AlertJson.write(alert), UTF_8))
            .toList());
  }
}

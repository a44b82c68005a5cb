package org.fundwatch.streaming.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.baseline.BaselineClosing;
import org.fundwatch.rules.baseline.MonthFigures;
import org.fundwatch.rules.release.TableFile;
import org.fundwatch.streaming.judging.RulesJudgeMaker;
import org.fundwatch.streaming.judging.Tick;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two months of twelve hospitals. In January their visits cost 95 to 106 yuan; in February the
 * first hospital's cost 140, far above what the closing of January says and below the figures that
 * ship. Then late events tell that one of its peers was dear in January.
 */
class QuarterIT {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final String TABLE = "knowledge/peer-baselines.csv";
  private static final String RULE = "rules/institution/OR05-visit-cost/";

  @TempDir private Path folder;

  @Test
  void closing_inBatchAndByTheStream_isTheSame() throws Exception {
    List<SettlementEvent> events = new ArrayList<>(january());
    events.addAll(late());
    SettlementEvent taken = visit("T", 3, 7, "2026-01-30", "9999.00");
    events.add(taken);
    events.add(
        settlement("T-back")
            .person(taken.settlement().person().id(), Gender.FEMALE)
            .institution(hospital(3))
            .reverses("T")
            .settledAt("2026-02-27 09:00:00")
            .event(EventKind.REVERSED));
    List<MonthFigures> batch = measured(events);
    events.addAll(events.subList(100, 150));
    Collections.shuffle(events, new Random(11));

    Run stream =
        Run.of(
            Given.events(events),
            RuntimeExecutionMode.STREAMING,
            new MeasuringJudge.Maker(JANUARY.toString()));

    assertThat(batch).hasSize(12);
    assertThat(stream.last().values().stream().map(QuarterIT::figures))
        .containsExactlyInAnyOrderElementsOf(batch);
  }

  @Test
  void february_isHeldAgainstTheLastClosingThatIsPublished() throws Exception {
    List<SettlementEvent> known = new ArrayList<>(january());
    known.addAll(february());
    List<SettlementEvent> all = new ArrayList<>(known);
    all.addAll(late());
    TableFile shipped = TableFile.parse("peer-baselines", RuleBundle.builtIn().files().get(TABLE));
    List<MonthFigures> figures = measured(known);
    TableFile closed = BaselineClosing.close(shipped, JANUARY, figures, 10, 6);
    List<MonthFigures> more = measured(all);
    TableFile again = BaselineClosing.close(closed, JANUARY, more, 10, 6);

    assertThat(judged(known, shipped).held()).isEmpty();

    // The desks start with the built-in rules: what those said is withdrawn.
    List<Alert> alerts =
        judged(known, shipped, closed).last().values().stream()
            .filter(alert -> alert.status() == AlertStatus.OPEN)
            .toList();
    assertThat(alerts).hasSize(1);
    Finding finding = alerts.get(0).findings().get(0);
    assertThat(finding.institution().code()).isEqualTo(hospital(0));
    assertThat(finding.rule().ruleSet()).isEqualTo(bundle(closed).version());
    assertThat(finding.evidence())
        .containsExactly(
            new Evidence(
                Evidence.Kind.KNOWLEDGE_ROW,
                "peer_baselines:visit_cost_yuan/05@2026-02-01",
                source(closed)));
    assertThat(source(closed))
        .startsWith("measured: closing of 2026-01, 12 institutions, figures ");

    assertThat(source(again)).isNotEqualTo(source(closed));
    assertThat(judged(all, shipped, closed, again).held()).isEmpty();
  }

  private Run judged(List<SettlementEvent> events, TableFile... published) throws Exception {
    SettlementEventWriter writer = new SettlementEventWriter();
    List<String> bundles = new ArrayList<>();
    for (TableFile table : published) {
      bundles.add(bundle(table).toJson());
    }
    return Run.of(
        new Given(events.stream().map(writer::write).toList(), bundles),
        RuntimeExecutionMode.STREAMING,
        new RulesJudgeMaker(Tick.SILENT));
  }

  private static RuleBundle bundle(TableFile table) {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    files.keySet().removeIf(path -> path.startsWith("rules/") && !path.startsWith(RULE));
    files.put(TABLE, table.text());
    return RuleBundle.of(files);
  }

  // That of the row which holds in February.
  private static String source(TableFile table) {
    return table.rows().stream()
        .filter(row -> row.get(0).equals("visit_cost_yuan/05") && row.contains("2026-02-01"))
        .map(row -> row.get(row.size() - 1))
        .findFirst()
        .orElseThrow();
  }

  private List<MonthFigures> measured(List<SettlementEvent> events) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (SettlementEvent event : events) {
      lines.write(new SettlementEventWriter().write(event));
      lines.write('\n');
    }
    Path file = folder.resolve("events.jsonl");
    Files.write(file, lines.toByteArray());
    return MonthClosing.measure(
            new JudgeRequest(
                List.of(file),
                folder.resolve("figures"),
                false,
                RuleBundle.of(Map.of()),
                "",
                Run.INTAKE.personKey(),
                2,
                Clock.systemUTC()),
            JANUARY)
        .figures();
  }

  private static MonthFigures figures(Alert alert) {
    return MeasuringJudge.figures(alert.findings().get(0));
  }

  private static List<SettlementEvent> january() {
    List<SettlementEvent> events = new ArrayList<>();
    for (int hospital = 0; hospital < 12; hospital++) {
      for (int i = 0; i < 31; i++) {
        String day = "2026-01-%02d".formatted(1 + i);
        events.add(visit("J", hospital, i, day, 95 + hospital + ".00"));
      }
    }
    return events;
  }

  private static List<SettlementEvent> february() {
    List<SettlementEvent> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      events.add(visit("F", 0, i, "2026-02-%02d".formatted(1 + i % 28), "140.00"));
    }
    return events;
  }

  private static List<SettlementEvent> late() {
    List<SettlementEvent> events = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      events.add(visit("L", 5, i, "2026-01-31", "300.00"));
    }
    return events;
  }

  private static SettlementEvent visit(
      String kind, int hospital, int person, String day, String yuan) {
    String id = kind.equals("T") ? kind : kind + hospital + "-" + person;
    return settlement(id)
        .person("330100199001010%03d".formatted(person), Gender.FEMALE)
        .institution(hospital(hospital))
        .totalYuan(yuan)
        .settledAt(day + " 10:00:00")
        .event(EventKind.SETTLED);
  }

  private static String hospital(int number) {
    return "H330100000%02d".formatted(number);
  }
}

package org.fundwatch.benchmarks.rules;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.benchmarks.report.Table;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.RuleStatus;
import org.fundwatch.simulation.Simulation;
import org.fundwatch.simulation.TruthEntry;
import org.fundwatch.simulation.quality.TruthIndex;
import org.fundwatch.streaming.judge.BatchJudge;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;

/**
 * A simulated world, judged by the built-in rules and models, and held against its truth.
 *
 * @param plan what was simulated
 * @param settlements number of events
 * @param frauds injected cases of fraud
 * @param lookAlikes injected honest cases that resemble one
 * @param rules every active rule, and every model with findings, by id
 * @param failures rules that could not be evaluated on something
 */
public record World(
    WorldPlan plan,
    long settlements,
    int frauds,
    int lookAlikes,
    List<RuleFindings> rules,
    List<String> failures) {

  // Invented people need no secret.
  private static final byte[] KEY =
      "benchmark, invented people only".getBytes(StandardCharsets.UTF_8);
  private static final int JUDGES = 2;
  private static final double PER = 10_000;

  public World {
    rules = List.copyOf(rules);
    failures = List.copyOf(failures);
  }

  /**
   * Simulates and judges.
   *
   * @param folder for events and alerts; the caller removes it
   * @throws RuleSetException when the library has mistakes
   */
  public static World judged(WorldPlan plan, Path folder) throws IOException, RuleSetException {
    SortedMap<String, RuleFindings.Sum> sums = new TreeMap<>();
    for (RuleInfo rule : RuleCompiler.compile(RuleBundle.builtIn()).rules()) {
      if (rule.status() == RuleStatus.ACTIVE) {
        sums.put(rule.id(), new RuleFindings.Sum(rule.id()));
      }
    }
    List<TruthEntry> truth = new ArrayList<>();
    Path events = folder.resolve("events.jsonl");
    long settlements = simulate(plan, events, truth);
    Path alerts = folder.resolve("alerts.jsonl");
    JudgeResult result =
        BatchJudge.run(
            new JudgeRequest(
                List.of(events),
                alerts,
                false,
                RuleBundle.builtIn(),
                "",
                KEY,
                JUDGES,
                Clock.system(ShanghaiTime.ZONE)));
    TruthIndex index = new TruthIndex(truth, new PersonTokens(KEY)::token);
    for (String line : Files.readAllLines(alerts)) {
      for (Finding finding : AlertJson.read(line.getBytes(StandardCharsets.UTF_8)).findings()) {
        sums.computeIfAbsent(finding.rule().id(), RuleFindings.Sum::new)
            .add(finding, index.about(finding));
      }
    }
    int frauds = (int) truth.stream().filter(TruthEntry::fraudulent).count();
    return new World(
        plan,
        settlements,
        frauds,
        truth.size() - frauds,
        sums.values().stream().map(RuleFindings.Sum::done).toList(),
        result.failures());
  }

  private static long simulate(WorldPlan plan, Path events, List<TruthEntry> truth)
      throws IOException {
    Files.createDirectories(events.toAbsolutePath().getParent());
    SettlementEventWriter writer = new SettlementEventWriter();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(events), 1 << 20)) {
      return Simulation.run(plan.config(), event -> put(out, writer.write(event)), truth::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void put(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was found, one row a rule, in Markdown. */
  public String text() {
    Table table =
        new Table(
            "rule",
            "findings",
            "amount, yuan",
            "on a fraud",
            "most of them",
            "on a look-alike",
            "on everyday care",
            "the same, of 10,000 settlements");
    for (RuleFindings rule : rules) {
      table.row(
          rule.rule(),
          Table.number(rule.findings(), 0),
          Table.number(rule.amountFen() / 100.0, 0),
          Table.number(rule.onFraud(), 0),
          rule.mostOn(),
          Table.number(rule.onLookAlike(), 0),
          Table.number(rule.onOrdinary(), 0),
          Table.number(rule.onOrdinary() * PER / settlements, 1));
    }
    String head =
        "%,d simulated settlements of %,d people, %d months from %s, seed %d, fraud scale %s: %,d frauds, %,d look-alikes.\n\n"
            .formatted(
                settlements,
                plan.persons(),
                plan.months(),
                WorldPlan.FROM,
                plan.seed(),
                plan.fraudScale(),
                frauds,
                lookAlikes);
    String failed =
        failures.isEmpty()
            ? ""
            : "\nCould not be evaluated:\n\n- " + String.join("\n- ", failures) + "\n";
    return head + table + failed;
  }
}

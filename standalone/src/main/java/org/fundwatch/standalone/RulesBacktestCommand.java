package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.RuleStatus;
import org.fundwatch.rules.backtest.AlertFiles;
import org.fundwatch.rules.backtest.BackTestJson;
import org.fundwatch.rules.backtest.BackTestPage;
import org.fundwatch.rules.backtest.BackTestReport;
import org.fundwatch.rules.backtest.BackTestText;
import org.fundwatch.rules.backtest.Comparison;
import org.fundwatch.rules.backtest.CsvOutcomes;
import org.fundwatch.rules.backtest.Minutes;
import org.fundwatch.rules.backtest.Outcomes;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.BackTest;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges history by two rule-sets and tells what the new one would have changed. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Judges history by two rule-sets and reports what the new one would have added and dropped.",
      "The same job as the stream judges, without models and without any server."
    })
final class RulesBacktestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--rules", paramLabel = "FOLDER", required = true, description = "The new rules.")
  private Path rules = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "FOLDER",
      description = "The rules to compare with (default: the built-in).")
  private @Nullable Path against;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Files or folders of JSON lines, plain or gzip.")
  private List<Path> history = List.of();

  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description = {
        "What is known to be right: the truth.jsonl of a simulation, or a CSV table with the"
            + " columns id, outcome (confirmed, rejected) and perhaps rule; an id is that of a"
            + " finding, an alert, or what it is about."
      })
  private @Nullable Path outcomes;

  @Option(
      names = "--minutes",
      paramLabel = "LIST",
      defaultValue = "violation=15,suspicion=60,statistic=10",
      description = "Minutes an inspector needs for an alert (default, ours: ${DEFAULT-VALUE}).")
  private String minutes = "";

  @Option(
      names = "--with-drafts",
      description = "Let draft and shadow rules of the new rule-set judge, too.")
  private boolean drafts;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as one page with charts.")
  private @Nullable Path html;

  @Override
  public Integer call() throws CommandFailure {
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    try {
      Minutes perAlert = Minutes.parse(minutes);
      RuleBundle newer = RuleSource.bundle(rules);
      newer = drafts ? activated(newer) : newer;
      RuleBundle older = RuleSource.bundle(against);
      RuleSet newSet = RuleCompiler.compile(newer);
      RuleSet oldSet = RuleCompiler.compile(older);
      byte[] key = HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets()));
      Outcomes known =
          outcomes == null
              ? Outcomes.NONE
              : outcomes.toString().endsWith(".csv")
                  ? CsvOutcomes.read(outcomes)
                  : TruthOutcomes.read(outcomes, key);
      Comparison comparison = new Comparison(known, perAlert);
      JudgeResult judged = judge(older, newer, key, settings.data().root(), comparison);
      BackTestReport report =
          comparison.report(
              described(against == null ? "built-in" : against.toString(), oldSet),
              described(rules.toString(), newSet),
              Comparison.changes(oldSet, newSet),
              new BackTestReport.History(judged.files(), judged.accepted(), judged.refused()));
      print(report);
      return ExitCode.OK;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    } catch (IllegalArgumentException | IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private JudgeResult judge(
      RuleBundle older, RuleBundle newer, byte[] key, Path data, Comparison comparison)
      throws IOException {
    Files.createDirectories(data);
    Path folder = Files.createTempDirectory(data, "backtest-");
    Path before = folder.resolve("before.jsonl");
    Path after = folder.resolve("after.jsonl");
    long work = BackTest.work(history);
    try (WorkBar bar = WorkBar.of("back-test", 2 * work)) {
      JudgeResult first = BackTest.run(request(older, before, key), bar::at);
      bar.at(work);
      JudgeResult second = BackTest.run(request(newer, after, key), done -> bar.at(work + done));
      bar.at(2 * work);
      first.failures().forEach(failure -> out().println("failed, against: " + failure));
      second.failures().forEach(failure -> out().println("failed, new: " + failure));
      AlertFiles.compare(before, after, comparison);
      return second;
    } finally {
      Files.deleteIfExists(before);
      Files.deleteIfExists(after);
      Files.deleteIfExists(folder);
    }
  }

  private JudgeRequest request(RuleBundle bundle, Path alerts, byte[] key) {
    return new JudgeRequest(
        history,
        alerts,
        false,
        bundle,
        "",
        key,
        Runtime.getRuntime().availableProcessors(),
        Clock.system(ShanghaiTime.ZONE));
  }

  private void print(BackTestReport report) throws IOException {
    out().print(BackTestText.of(report));
    if (json != null) {
      Files.writeString(json, BackTestJson.of(report));
      out().println("written: " + json);
    }
    if (html != null) {
      Files.writeString(html, BackTestPage.of(report));
      out().println("written: " + html);
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static BackTestReport.Rules described(String name, RuleSet rules) {
    long judging =
        rules.rules().stream().filter(rule -> rule.status() == RuleStatus.ACTIVE).count();
    return new BackTestReport.Rules(name, rules.version(), (int) judging);
  }

  private static RuleBundle activated(RuleBundle bundle) {
    Map<String, String> files = new TreeMap<>(bundle.files());
    files.replaceAll(
        (path, text) ->
            path.endsWith("/rule.yaml")
                ? text.replaceFirst("(?m)^status: (draft|shadow)\\b", "status: active")
                : text);
    return RuleBundle.of(files);
  }
}

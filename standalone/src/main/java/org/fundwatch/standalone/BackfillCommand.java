package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.BackfillPublisher;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.BackTest;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges older history in batch and hands its alerts to the running job. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Judges older history, files of national JSON lines, by the same job in batch, and hands what"
          + " it finds to the running job, which folds it into its alerts: the same ids, versions"
          + " that go on. Nothing is told before all is judged; to repeat it changes nothing."
    })
final class BackfillCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders of JSON lines, plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "Judge by the rules of a folder (default: the setting rules, or built-in).")
  private @Nullable Path rules;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    String brokers = common.brokers();
    Logs.toFolder(settings.data().logs());
    Path alerts = settings.data().root().resolve("backfill.jsonl");
    try (WorkBar bar = WorkBar.of("backfill", BackTest.work(files))) {
      JudgeResult result = BackTest.withModels(request(settings, alerts), bar::at);
      long sent = BackfillPublisher.publish(brokers, alerts);
      report(result, sent);
      return result.refused() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    } finally {
      delete(alerts);
    }
  }

  private JudgeRequest request(Settings settings, Path alerts) throws CommandFailure, IOException {
    Path folder =
        rules != null || !settings.has(Setting.RULES)
            ? rules
            : Path.of(settings.get(Setting.RULES));
    return new JudgeRequest(
        files,
        alerts,
        false,
        RuleSource.bundle(folder),
        settings.get(Setting.MODELS),
        HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets())),
        settings.number(Setting.FLINK_PARALLELISM),
        Clock.system(ShanghaiTime.ZONE));
  }

  private void report(JudgeResult result, long sent) {
    PrintWriter print = spec.commandLine().getOut();
    result.refusedLines().stream()
        .limit(SHOWN)
        .forEach(line -> print.println("refused: " + line.toString().replace("\n", "\nrefused: ")));
    result.failures().forEach(failure -> print.println("failed: " + failure));
    if (result.tooLate() > 0) {
      print.println(
          "not judged: %d events too old beside the rest; give files in order of time"
              .formatted(result.tooLate()));
    }
    print.println(
        "%d files, %d events judged, %d lines refused; %d alerts handed to the job"
            .formatted(result.files(), result.accepted(), result.refused(), sent));
  }

  private static void delete(Path alerts) throws CommandFailure {
    try {
      Files.deleteIfExists(alerts);
    } catch (IOException e) {
      throw new CommandFailure(alerts + ": cannot be deleted: " + e.getMessage(), e);
    }
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.BackfillFolder;
import org.fundwatch.standalone.house.BackfillPublisher;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.BackTest;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges older history in batch and hands its alerts to the running job. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Judges older history by the same job in batch: files of national JSON lines, or with --from"
          + " what the topic of settlements took in. Hands what it finds to the running job, which"
          + " folds it into its alerts: the same ids, versions that go on.",
      "Nothing is told before all is judged. A run that was stopped is simply run again: what was"
          + " told before changes nothing. Nothing is taken back: give all of a person's history,"
          + " with what was cancelled."
    })
final class BackfillCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files or folders of JSON lines, plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Judge what the topic of settlements took in since that day.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "With --from: up to the end of that day (default: until now).")
  private @Nullable LocalDate to;

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "Judge by the rules of a folder (default: the setting rules, or built-in).")
  private @Nullable Path rules;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    if (files.isEmpty() == (from == null) || (to != null && (from == null || to.isBefore(from)))) {
      throw new ParameterException(
          spec.commandLine(), "What to judge: either FILE..., or --from DAY and perhaps --to DAY");
    }
    Settings settings = common.settings();
    String brokers = common.brokers();
    String unused = Brokers.clusterId(brokers); // a clear word where nobody answers
    Logs.toFolder(settings.data().logs());
    try (BackfillFolder folder = BackfillFolder.open(settings.data().root())) {
      JudgeResult result = judge(request(settings, folder.alerts()), brokers);
      long sent = BackfillPublisher.publish(brokers, HouseTopics.BACKFILL, folder.alerts());
      report(result, sent);
      return result.refused() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private JudgeResult judge(JudgeRequest request, String brokers) throws IOException {
    if (from == null) {
      try (WorkBar bar = WorkBar.of("backfill", BackTest.work(files))) {
        return BackTest.withModels(request, bar::at);
      }
    }
    Instant until = to == null ? request.clock().instant() : begin(to.plusDays(1));
    return BackTest.withModels(request, brokers, HouseTopics.SETTLEMENTS, begin(from), until);
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ShanghaiTime.ZONE).toInstant();
  }

  private JudgeRequest request(Settings settings, Path alerts) throws CommandFailure, IOException {
    return new JudgeRequest(
        files,
        alerts,
        false,
        RuleSource.checked(rules, settings),
        settings.get(Setting.MODELS),
        HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets())),
        settings.number(Setting.FLINK_FILES_PARALLELISM),
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
        "%s: %d events judged, %d refused; %d alerts handed to the job"
            .formatted(
                from == null ? result.files() + " files" : "topic " + HouseTopics.SETTLEMENTS,
                result.accepted(),
                result.refused(),
                sent));
  }
}

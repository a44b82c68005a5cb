package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.BatchJudge;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges files without any server. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = {
      "Judges files of national JSON lines by the same job as the stream, without any server.",
      "Writes the final alerts, one a line, sorted by id. Other formats: ingest --dry-run --out"
          + " makes JSON lines of them."
    })
final class JudgeCommand implements Callable<Integer> {

  private static final int SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders of JSON lines, plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the alerts go.")
  private Path out = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "Judge by the rules of a folder (default: the setting rules, or built-in).")
  private @Nullable Path rules;

  @Option(
      names = "--models",
      paramLabel = "FOLDER",
      description = "Models of a registry (default: the setting models, or built-in).")
  private @Nullable Path models;

  @Option(
      names = "--withdrawn",
      description = "Write alerts that no longer hold, or that a data gate suppresses, too.")
  private boolean withdrawn;

  @Override
  public Integer call() throws CommandFailure {
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    try {
      JudgeResult result = BatchJudge.run(request(settings));
      report(result);
      return result.refused() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private JudgeRequest request(Settings settings) throws CommandFailure, IOException {
    return new JudgeRequest(
        files,
        out,
        withdrawn,
        RuleSource.checked(rules, settings),
        models != null ? models.toString() : settings.get(Setting.MODELS),
        HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets())),
        settings.number(Setting.FLINK_FILES_PARALLELISM),
        Clock.system(ShanghaiTime.ZONE));
  }

  private void report(JudgeResult result) {
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
        "%d files, %d events judged, %d lines refused; %d alerts, %d withdrawn, %d suppressed; %s"
            .formatted(
                result.files(),
                result.accepted(),
                result.refused(),
                result.open(),
                result.withdrawn(),
                result.suppressed(),
                out));
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.baseline.BaselineClosing;
import org.fundwatch.rules.release.Difference;
import org.fundwatch.rules.release.KnowledgeFiles;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.TableFile;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.MonthClosing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes months: measures the baselines that institutions are compared with. */
@Command(
    name = "baselines",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures the baselines that institutions are compared with.")
final class BaselinesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      description = {
        "Closes a month: measures peer-baselines by the same job as the stream and writes the next"
            + " version of the table.",
        "Its rows hold from the first day of the following month. Closing again replaces what the"
            + " month said before; equal events give equal bytes."
      })
  int close(
      @Option(
              names = "--month",
              paramLabel = "MONTH",
              required = true,
              description = "Such as 2026-03.")
          YearMonth month,
      @Option(
              names = "--rules",
              paramLabel = "FOLDER",
              required = true,
              description = "A rule library with knowledge/peer-baselines.csv, which is changed.")
          Path rules,
      @Option(
              names = "--smallest-cell",
              paramLabel = "COUNT",
              defaultValue = "10",
              description = "Fewest institutions that a row rests on (default: ${DEFAULT-VALUE}).")
          int smallestCell,
      @Parameters(
              paramLabel = "FILE",
              arity = "1..*",
              description = "Files or folders of JSON lines of that month and the month before.")
          List<Path> history)
      throws CommandFailure {
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    Path file = rules.resolve("knowledge").resolve(BaselineClosing.TABLE + ".csv");
    try {
      Path scratch = Files.createTempDirectory(settings.data().root(), "closing");
      try {
        TableFile before = TableFile.parse(BaselineClosing.TABLE, Files.readString(file));
        MonthClosing.Measured measured =
            MonthClosing.measure(
                new JudgeRequest(
                    history,
                    scratch.resolve("figures"),
                    false,
                    RuleBundle.builtIn(),
                    "",
                    HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets())),
                    settings.number(Setting.FLINK_PARALLELISM),
                    Clock.system(ShanghaiTime.ZONE)),
                month);
        TableFile after = BaselineClosing.close(before, month, measured.figures(), smallestCell);
        Path old = scratch.resolve(BaselineClosing.TABLE + ".csv");
        Files.writeString(old, before.text());
        Files.writeString(file, after.text());
        report(measured, KnowledgeFiles.compare(old, file), file);
        return measured.judged().refused() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
      } finally {
        Files.deleteIfExists(scratch.resolve("figures"));
        Files.deleteIfExists(scratch.resolve(BaselineClosing.TABLE + ".csv"));
        Files.deleteIfExists(scratch);
      }
    } catch (ReleaseException | IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandFailure(file + ": " + e.getMessage(), e);
    }
  }

  private void report(MonthClosing.Measured measured, List<Difference> differences, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    differences.forEach(difference -> Differences.print(out, difference, false));
    out.println(
        "%d files, %d events, %d lines refused; %d institutions measured; %s"
            .formatted(
                measured.judged().files(),
                measured.judged().accepted(),
                measured.judged().refused(),
                measured.figures().size(),
                file));
  }
}

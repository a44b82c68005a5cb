package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.rules.release.KnowledgeFiles;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RulePublisher;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.judge.JudgeRequest;
import org.fundwatch.streaming.judge.JudgeResult;
import org.fundwatch.streaming.judge.MonthClosing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes a month. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = {
      "Closes a month: measures peer-baselines and adrg-baselines by the same job as the stream and"
          + " writes the next version of these tables into a rule library.",
      "Their rows hold from the first day of the following month, everywhere and in each province,"
          + " city and county with enough institutions. Closing again replaces what the month said"
          + " before; equal events give equal bytes."
    })
final class BaselinesCloseCommand implements Callable<Integer> {

  private static final int SHOWN = 10;
  // Each has two digits of its code more than the one before.
  private static final List<String> REGIONS = List.of("everywhere", "province", "city", "county");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      required = true,
      description = "A month that is over, such as 2026-03.")
  private String monthText = "";

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      required = true,
      description = "The rule library whose knowledge is changed, such as rules export writes it.")
  private Path rules = Path.of("");

  @Option(
      names = "--smallest-cell",
      paramLabel = "COUNT",
      defaultValue = "10",
      description = "Fewest institutions that a row rests on (default: ${DEFAULT-VALUE}).")
  private int smallestCell;

  @Option(
      names = "--finest",
      paramLabel = "REGION",
      defaultValue = "county",
      description =
          "The finest regions with rows of their own: everywhere, province, city or county"
              + " (default: ${DEFAULT-VALUE}).")
  private String finest = "";

  @Option(
      names = "--publish",
      description = "Hand the library with its new tables to the running job, as rules publish.")
  private boolean publish;

  @Option(names = "--all", description = "Show every change, not the first 20 of each table.")
  private boolean all;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders of JSON lines of that month and the month before.")
  private List<Path> history = List.of();

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    YearMonth month = month();
    if (smallestCell < 2) {
      throw wrong("--smallest-cell: %d; at least 2".formatted(smallestCell));
    }
    if (!REGIONS.contains(finest)) {
      throw wrong("--finest: '%s'; %s".formatted(finest, String.join(", ", REGIONS)));
    }
    Settings settings = common.settings();
    // What cannot be published is said before the work, not after it.
    String brokers = publish ? common.brokers() : "";
    BaselineFiles before = BaselineFiles.of(rules);
    if (publish) {
      compiled();
    }
    MonthClosing.Measured measured = measure(settings, month);
    BaselineFiles after = closed(before, measured, month);
    after.write();
    report(measured, before, after, month);
    if (publish) {
      RuleBundle bundle = compiled();
      RulePublisher.publish(brokers, bundle);
      out()
          .println(
              "published rule-set %s, knowledge %s; who has switched: ./fundwatch rules status"
                  .formatted(bundle.version(), bundle.knowledgeVersion()));
    }
    return measured.judged().refused() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
  }

  private YearMonth month() {
    YearMonth month;
    try {
      month = YearMonth.parse(monthText);
    } catch (DateTimeException e) {
      throw wrong("--month: '%s'; a month that is over, such as 2026-03".formatted(monthText));
    }
    LocalDate today = LocalDate.now(clock());
    if (!month.isBefore(YearMonth.from(today))) {
      throw wrong(
          "--month: %s is not over on %s; at most %s"
              .formatted(month, today, YearMonth.from(today).minusMonths(1)));
    }
    return month;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private RuleBundle compiled() throws CommandFailure {
    RuleBundle bundle = RuleSource.bundle(rules);
    try {
      var unused = RuleCompiler.compile(bundle);
      return bundle;
    } catch (RuleSetException e) {
      throw RuleSource.mistakes(e);
    }
  }

  private MonthClosing.Measured measure(Settings settings, YearMonth month) throws CommandFailure {
    Logs.toFolder(settings.data().logs());
    Path figures = settings.data().root().resolve("closing.jsonl");
    try {
      try {
        return MonthClosing.measure(
            new JudgeRequest(
                history,
                figures,
                false,
                RuleBundle.of(Map.of()),
                "",
                HexFormat.of().parseHex(Secrets.personKey(settings.data().secrets())),
                settings.number(Setting.FLINK_FILES_PARALLELISM),
                clock()),
            month);
      } finally {
        Files.deleteIfExists(figures);
      }
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private BaselineFiles closed(
      BaselineFiles before, MonthClosing.Measured measured, YearMonth month) throws CommandFailure {
    JudgeResult judged = measured.judged();
    refused(judged);
    String read =
        "%d files, %d events, %d lines refused"
            .formatted(judged.files(), judged.accepted(), judged.refused());
    if (judged.accepted() == 0) {
      throw new CommandFailure(
          "nothing written: no event in %s; JSON lines, as ingest --dry-run --out makes them"
              .formatted(read));
    }
    if (measured.figures().size() < smallestCell) {
      throw new CommandFailure(
          "nothing written: %d institutions settled in %s (%s); at least --smallest-cell %d"
              .formatted(measured.figures().size(), month, read, smallestCell));
    }
    BaselineFiles after;
    try {
      after = before.closed(month, measured.figures(), smallestCell, 2 * REGIONS.indexOf(finest));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(before.knowledge() + ": " + e.getMessage(), e);
    }
    if (after.rowsAfter(month) == 0) {
      throw new CommandFailure(
          "nothing written: no figure of %s rests on %d institutions, each with 30 stays or visits"
                  .formatted(month, smallestCell)
              + "; there are %d institutions (%s)".formatted(measured.figures().size(), read));
    }
    return after;
  }

  private void refused(JudgeResult judged) {
    judged.refusedLines().stream()
        .limit(SHOWN)
        .forEach(line -> out().println("refused: " + line.toString().replace("\n", "\nrefused: ")));
  }

  private void report(
      MonthClosing.Measured measured, BaselineFiles before, BaselineFiles after, YearMonth month) {
    for (int i = 0; i < after.tables().size(); i++) {
      Differences.print(
          out(), KnowledgeFiles.compare(before.tables().get(i), after.tables().get(i)), all);
    }
    if (measured.figures().stream().noneMatch(one -> one.values().containsKey("fund_growth"))) {
      out()
          .println(
              "note: no growth measured; the files hold too little of " + month.minusMonths(1));
    }
    JudgeResult judged = measured.judged();
    out()
        .println(
            "%d files, %d events, %d lines refused; %d institutions measured"
                .formatted(
                    judged.files(),
                    judged.accepted(),
                    judged.refused(),
                    measured.figures().size()));
    out()
        .println(
            "written to %s: %d rows that hold from %s"
                .formatted(
                    after.knowledge(), after.rowsAfter(month), month.plusMonths(1).atDay(1)));
  }

  private static Clock clock() {
    return Clock.system(ShanghaiTime.ZONE);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

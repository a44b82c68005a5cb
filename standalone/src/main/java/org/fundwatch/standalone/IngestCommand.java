package org.fundwatch.standalone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RunningFile;
import org.fundwatch.standalone.ingest.Feeder;
import org.fundwatch.standalone.ingest.Format;
import org.fundwatch.standalone.ingest.Ledger;
import org.fundwatch.standalone.ingest.Pace;
import org.fundwatch.standalone.ingest.RefusalFile;
import org.fundwatch.standalone.ingest.SendException;
import org.fundwatch.standalone.ingest.SettlementSource;
import org.fundwatch.standalone.ingest.SourceRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files into the stream, or converts them to events. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Sends settlements from files into the stream.",
      "Formats: json (national JSON lines), tables (a folder with the tables of the national"
          + " flying-inspection list: SETTLE_ZY, SETTLE_MZ and what belongs to them), claims-us"
          + " (the public data set of inpatient claims).",
      "A run that was stopped goes on where it was. Refused rows are listed in a file."
    })
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders.")
  private List<Path> files = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = "Take all for this format.")
  private @Nullable String format;

  @Option(
      names = "--discharge",
      paramLabel = "DICTIONARY",
      defaultValue = "list",
      description = "DISCHARGE_STATUS of the tables is by the list's own codes (list) or national.")
  private String discharge = "list";

  @Option(names = "--fresh", description = "Send everything again.")
  private boolean fresh;

  @Option(names = "--pace", paramLabel = "N", description = "At most N events a second.")
  private @Nullable Integer pace;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for a broker that is away (default: 600).")
  private int patienceSeconds = 600;

  @Option(names = "--topic", defaultValue = "settlements", hidden = true)
  private String topic = "settlements";

  @Option(names = "--dry-run", description = "Read and check, send nothing.")
  private boolean dryRun;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --dry-run: write the events to a file of national JSON lines.")
  private @Nullable Path out;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    check();
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    try {
      for (Path file : files) {
        var unused = formatOf(file); // a wrong name is told before anything is sent
      }
      long refused = dryRun ? convert(settings.data()) : send(settings);
      return refused < 0 ? ExitCode.STOPPED : refused > 0 ? ExitCode.REFUSED_ROWS : ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private void check() {
    if (out != null && !dryRun) {
      throw wrong("--out: only together with --dry-run");
    }
    if (pace != null && pace < 1) {
      throw wrong("--pace: " + pace + "; 1 or more");
    }
    if (patienceSeconds < 1 || patienceSeconds > 86_400) {
      throw wrong("--patience: " + patienceSeconds + "; 1 to 86400 seconds");
    }
    if (!List.of("list", "national").contains(discharge)) {
      throw wrong("--discharge: '" + discharge + "'; list or national");
    }
    if (format != null) {
      try {
        Format.ofWord(format);
      } catch (IllegalArgumentException e) {
        throw wrong("--format: " + e.getMessage());
      }
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private SettlementSource open(Path file) throws IOException {
    return formatOf(file).open(file, discharge.equals("national"));
  }

  private Format formatOf(Path file) throws IOException {
    if (format == null) {
      return Format.detect(file);
    }
    Format named = Format.ofWord(format);
    named.requireKindOf(file);
    return named;
  }

  private long convert(DataFolder data) throws IOException {
    long refused = 0;
    try (OutputStream events =
        out == null
            ? OutputStream.nullOutputStream()
            : new BufferedOutputStream(Files.newOutputStream(out))) {
      for (Path file : files) {
        try (SettlementSource source = open(file);
            RefusalFile refusals = new RefusalFile(refusalPath(data, file))) {
          long good = 0;
          for (SourceRecord record = source.next(); record != null; record = source.next()) {
            refusals.add(record.refusals());
            if (record.event() != null) {
              events.write(record.event().json());
              events.write('\n');
              good++;
            }
          }
          report(file, good + " events", refusals);
          refused += refusals.rows();
        }
      }
    }
    return refused;
  }

  /** The number of refused rows, or -1 when stopped before the end. */
  private long send(Settings settings)
      throws CommandFailure, HouseException, IOException, InterruptedException {
    String servers = RunningFile.brokers(settings);
    if (servers.isEmpty()) {
      throw new CommandFailure(
          "Kafka: nothing runs on %s; start it with ./fundwatch up, or name brokers with --kafka"
              .formatted(settings.data().root()));
    }
    String cluster = Brokers.clusterId(servers);
    Pace speed = pace == null ? Pace.unlimited() : Pace.perSecond(pace);
    long refused = 0;
    Feeder feeder = new Feeder(servers, topic, speed, Duration.ofSeconds(patienceSeconds));
    StopSignal signal = new StopSignal(feeder::stop);
    try (feeder) {
      for (Path file : files) {
        try (SettlementSource source = open(file)) {
          Ledger ledger =
              Ledger.open(settings.data().ingest(), cluster + " " + topic, source.files());
          if (fresh) {
            ledger.reset();
          }
          refused += send(settings.data(), file, source, feeder, ledger);
        }
        if (feeder.stopped()) {
          return -1;
        }
      }
    } finally {
      signal.workEnded();
    }
    return refused;
  }

  private long send(
      DataFolder data, Path file, SettlementSource source, Feeder feeder, Ledger ledger)
      throws CommandFailure, IOException, InterruptedException {
    long before = ledger.acknowledged();
    String already = before == 0 ? "" : ", " + before + " of them in earlier runs";
    try (RefusalFile refusals = new RefusalFile(refusalPath(data, file))) {
      long acknowledged;
      try (FeedBar bar = FeedBar.of(file, source.totalBytes())) {
        acknowledged = feeder.feed(source, ledger, refusals, bar);
      }
      report(file, acknowledged + " records dealt with" + already, refusals);
      if (feeder.stopped()) {
        print("stopped; the same command goes on from there");
      }
      return refusals.rows();
    } catch (SendException e) {
      throw new CommandFailure(
          "%s: stopped after %d records: %s; the same command goes on from there"
              .formatted(file, ledger.acknowledged(), e.getMessage()),
          e);
    }
  }

  private static Path refusalPath(DataFolder data, Path file) {
    // Files of one name in several folders keep a list each.
    String place = Integer.toHexString(file.toAbsolutePath().normalize().hashCode());
    return data.ingest().resolve("refused-" + file.getFileName() + "-" + place + ".csv");
  }

  private void report(Path file, String done, RefusalFile refusals) {
    refusals.first().forEach(refusal -> print("refused: " + refusal));
    print(
        "%s: %s, %s"
            .formatted(
                file,
                done,
                refusals.rows() == 0
                    ? "no row refused"
                    : refusals.rows() + " rows refused, listed in " + refusals.path()));
  }

  private void print(String line) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.println(line);
  }
}

package org.fundwatch.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fundwatch.benchmarks.desk.DeskBenchmark;
import org.fundwatch.benchmarks.desk.DeskFigures;
import org.fundwatch.benchmarks.desk.DeskPlan;
import org.fundwatch.benchmarks.growth.GrowthBenchmark;
import org.fundwatch.benchmarks.growth.GrowthFigures;
import org.fundwatch.benchmarks.kills.KillsBenchmark;
import org.fundwatch.benchmarks.kills.KillsFigures;
import org.fundwatch.benchmarks.kills.KillsPlan;
import org.fundwatch.benchmarks.machine.Machine;
import org.fundwatch.benchmarks.micro.MicroBenchmarks;
import org.fundwatch.benchmarks.path.WholePathBenchmark;
import org.fundwatch.benchmarks.path.WholePathFigures;
import org.fundwatch.benchmarks.path.WholePathPlan;
import org.fundwatch.benchmarks.peers.PeersBenchmark;
import org.fundwatch.benchmarks.report.Report;
import org.fundwatch.benchmarks.rules.Library;
import org.fundwatch.benchmarks.rules.World;
import org.fundwatch.benchmarks.rules.WorldPlan;
import org.fundwatch.benchmarks.stages.StageFigures;
import org.fundwatch.benchmarks.stages.StagesBenchmark;
import org.fundwatch.benchmarks.state.StateBenchmark;
import org.fundwatch.benchmarks.state.StateFigures;
import org.fundwatch.domain.time.ShanghaiTime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that measures Fundwatch. */
@Command(
    name = "fundwatch benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Fundwatch on this machine, which should do nothing else meanwhile.",
      "whole-path: settlements a second from the topic to the search API, latency, profile;",
      "stages: parts of the path on their own; jmh: single steps;",
      "peers: three rules in this library, Esper, Drools and a hand-written loop;",
      "library: what judging by all rules costs, and each rule alone;",
      "rules: what each rule finds in a simulated world, against its truth;",
      "growth: what a settlement costs with ever more people in the state (about 50 minutes);",
      "desk: what inspectors wait for at a million alerts (about 30 minutes);",
      "state: how many bytes the job keeps of what after a year, and what checkpoints take;",
      "kills: parts are killed while settlements flow; nothing may be lost (about 15 minutes).",
      "All of them where none is named."
    })
public final class Main implements Callable<Integer> {

  /** What can be measured. */
  enum Part {
    WHOLE_PATH,
    STAGES,
    JMH,
    PEERS,
    LIBRARY,
    RULES,
    STATE,
    GROWTH,
    DESK,
    KILLS;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(
      paramLabel = "PART",
      description = "whole-path, stages, jmh, peers, library, rules, state, growth, desk, kills",
      arity = "0..*")
  private List<String> parts = List.of();

  @Option(
      names = "--settlements",
      paramLabel = "N",
      defaultValue = "180000",
      description = "Simulated settlements of whole-path and stages (default: 180000).")
  private int settlements;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2500",
      description = "Settlements a second while latency is measured (default: 2500).")
  private int rate;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Repetitions of whole-path (default: 3).")
  private int runs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20260101",
      description = "Seed of the simulation (default: 20260101).")
  private long seed;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "20000",
      description = "People in the worlds of rules and state (default: 20000).")
  private int persons;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "12",
      description = "Months of their life (default: 12).")
  private int months;

  @Option(
      names = "--fraud-scale",
      paramLabel = "X",
      defaultValue = "10",
      description = {
        "Multiplies the rates of frauds and look-alikes in that world (default: 10);",
        "1 is the calibrated share."
      })
  private double fraudScale;

  @Option(
      names = "--growth",
      paramLabel = "N",
      defaultValue = "10000000",
      description =
          "Most people in the state of growth, which begins with 10,000 (default: 10000000).")
  private long growth;

  @Option(
      names = "--alerts",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Alerts of desk (default: 1000000).")
  private int alerts;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Cases of desk, at most a tenth of the alerts (default: 50000).")
  private int cases;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long each load of desk lasts (default: 60).")
  private int seconds;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "56",
      description = "Kills (default: 56, each kind seven times).")
  private int kills;

  @Option(
      names = "--kill-minutes",
      paramLabel = "N",
      defaultValue = "15",
      description = "After so many minutes no further kill begins (default: 15).")
  private int killMinutes;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      defaultValue = "NONE",
      description = "What kills does wrong on purpose: ${COMPLETION-CANDIDATES}.")
  private KillsPlan.Fault fault = KillsPlan.Fault.NONE;

  @Option(names = "--write", description = "Write the figures into docs/benchmarks.md.")
  private boolean write;

  // Slow enough that what a kill left over is soon made up for, on two cores.
  private static final int KILLS_RATE = 40;

  private boolean failed;
  private final Path home = Path.of(System.getProperty("fundwatch.home", ""));
  private final Path target = home.resolve("benchmarks/target").toAbsolutePath();
  private final Clock clock = Clock.system(ShanghaiTime.ZONE);
  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  private Main() {}

  /** Measures and ends the process. */
  public static void main(String[] arguments) {
    // Before anything logs: Spring would otherwise lay out the logging anew.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("logback.configurationFile", "org/fundwatch/benchmarks/logback.xml");
    Thread.currentThread().setName("load");
    Runtime.getRuntime().addShutdownHook(new Thread(Main::stopServers, "stop"));
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path data = target.resolve("data");
    for (Part part : chosen()) {
      delete(data);
      Report report = measure(part, data);
      report.write(target.resolve("results"));
      out.println(report.text());
      if (write) {
        report.writeSection(home.resolve("docs/benchmarks.md"));
      }
    }
    delete(data);
    out.println("figures are in " + target.resolve("results"));
    return failed ? 1 : 0;
  }

  private Set<Part> chosen() {
    Set<Part> chosen = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
    for (String word : parts) {
      chosen.add(
          Stream.of(Part.values())
              .filter(part -> part.key().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CommandLine.ParameterException(
                          new CommandLine(this),
                          "'"
                              + word
                              + "' is not a part; whole-path, stages, jmh, peers, library, rules, state, growth, desk, kills are")));
    }
    return chosen;
  }

  private Report measure(Part part, Path data) throws Exception {
    return switch (part) {
      case WHOLE_PATH -> {
        WholePathPlan plan = new WholePathPlan(settlements, rate, runs, seed);
        WholePathFigures figures = new WholePathBenchmark(plan, data, clock, out).run();
        yield report(part, figures, figures.text());
      }
      case STAGES -> {
        List<StageFigures> figures = StagesBenchmark.run(settlements, seed, data, out);
        yield report(part, figures, StagesBenchmark.text(figures));
      }
      case JMH -> {
        List<MicroBenchmarks.Score> scores = MicroBenchmarks.run();
        yield report(part, scores, MicroBenchmarks.text(scores));
      }
      case LIBRARY -> {
        Library library = Library.measure(seed, out);
        yield report(part, library, library.text());
      }
      case RULES -> {
        World world = World.judged(new WorldPlan(seed, persons, months, fraudScale), data);
        yield report(part, world, world.text());
      }
      case STATE -> {
        StateFigures figures = StateBenchmark.run(persons, seed, data, out);
        yield report(part, figures, figures.text());
      }
      case GROWTH -> {
        if (growth < GrowthBenchmark.FEWEST) {
          throw new CommandLine.ParameterException(
              new CommandLine(this),
              "--growth %d: at least %d".formatted(growth, GrowthBenchmark.FEWEST));
        }
        List<GrowthFigures> figures = GrowthBenchmark.run(growth, seed, data, out);
        yield report(part, figures, GrowthFigures.text(figures));
      }
      case DESK -> {
        DeskPlan plan = new DeskPlan(alerts, cases, seconds, seed);
        DeskFigures figures = new DeskBenchmark(plan, data, out).run();
        yield report(part, figures, figures.text());
      }
      case KILLS -> {
        KillsPlan plan = new KillsPlan(kills, KILLS_RATE, killMinutes, seed, fault);
        KillsFigures figures = new KillsBenchmark(plan, data, clock, out).run();
        failed |= !figures.passed();
        yield report(part, figures, figures.text());
      }
      case PEERS -> {
        PeersBenchmark.Plan plan = PeersBenchmark.Plan.ofSeed(seed);
        List<PeersBenchmark.Score> scores = PeersBenchmark.run(plan, out);
        yield report(part, scores, PeersBenchmark.text(plan, scores));
      }
    };
  }

  private Report report(Part part, Object figures, String text) throws IOException {
    Machine machine = Machine.here();
    String day = LocalDate.now(clock).toString();
    String commit = System.getProperty("fundwatch.commit", "unknown");
    String head = "%s, commit %s. %s%n%n".formatted(day, commit, machine.sentence());
    return new Report(part.key(), new Measured(day, commit, machine, figures), head + text);
  }

  /** Figures with what they were measured on. */
  record Measured(String day, String commit, Machine machine, Object figures) {}

  /** A measurement that is broken off leaves no search node behind. */
  private static void stopServers() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}

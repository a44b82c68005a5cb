package org.fundwatch.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.streaming.intake.IntakeConfig;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.job.FundwatchJob;
import org.fundwatch.streaming.job.JobConfig;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.job.Outputs;
import org.fundwatch.streaming.job.Topology;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;

/**
 * Measures the job over ever more people: every operator from the intake to the alerts, the
 * built-in rules and models, RocksDB on disk. Its messages come from memory and its alerts are
 * dropped: what the broker costs does not depend on how many people there are, and would hide a
 * growth of what does.
 */
public final class GrowthBenchmark {

  /** How many people it begins with. */
  public static final long FEWEST = 10_000;

  private static final int WARM_UP = 100_000;
  private static final int MEASURED = 100_000;
  private static final int PATTERNS = 64;
  private static final int MOST_LINES = 10;
  private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(384);
  // Nothing real is measured with, so nothing needs a secret.
  private static final byte[] SECRET = new byte[32];
  private static final String KEY = HexFormat.of().formatHex(SECRET);
  // The intake refuses what comes from the future.
  private static final long AFTER_ALL_ROUNDS = Instant.parse("2999-01-01T00:00:00Z").toEpochMilli();

  private GrowthBenchmark() {}

  /**
   * Measures with 10 thousand people, ten times as many, and so on.
   *
   * @param most how many people at most, at least {@link #FEWEST}
   * @param seed of the simulation
   * @param folder for state; the caller removes it
   * @param out told what happens
   */
  public static List<GrowthFigures> run(long most, long seed, Path folder, PrintWriter out)
      throws Exception {
    List<String> patterns = patterns(seed, folder);
    out.println("warming up");
    GrowthFigures unused = measure(patterns, FEWEST, folder);
    List<GrowthFigures> figures = new ArrayList<>();
    for (long persons = FEWEST; persons <= most; persons *= 10) {
      out.printf("%,d persons%n", persons);
      figures.add(measure(patterns, persons, folder));
    }
    return figures;
  }

  /** Visits of the simulation: short, so that ten million of them find room. */
  private static List<String> patterns(long seed, Path folder) throws IOException {
    SettlementEventReader reader = new SettlementEventReader();
    List<String> patterns = new ArrayList<>();
    try (EventReader events = EventFile.simulate(folder.resolve("events"), seed, 2_000).open()) {
      while (patterns.size() < PATTERNS) {
        byte[] json = events.next().json();
        if (reader.read(json) instanceof Parsed.Accepted accepted
            && accepted.event().kind() == EventKind.SETTLED
            && accepted.event().settlement().stay() == null
            && accepted.event().settlement().lines().size() <= MOST_LINES) {
          patterns.add(new String(json, UTF_8));
        }
      }
    }
    return patterns;
  }

  private static GrowthFigures measure(List<String> patterns, long persons, Path folder)
      throws Exception {
    Path state = Files.createDirectories(folder.resolve("rocksdb"));
    JobConfig config =
        JobSettings.read(
            Map.of(
                "state.directory",
                folder.toString(),
                "parallelism",
                "1",
                "person.key",
                KEY,
                "dead-letter.key",
                KEY));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, options(config, state));
    Topology.build(
        env,
        new CrowdInputs(new CrowdSource(patterns, persons, WARM_UP, MEASURED, state)),
        new Outputs(
            new DiscardingSink<>(),
            new NoLetters(),
            new DiscardingSink<>(),
            Optional.of(new Outputs.Rows(new DiscardingSink<>(), new DiscardingSink<>()))),
        new Desks(
            new IntakeConfig(SECRET, SECRET, config.clockSkew(), AFTER_ALL_ROUNDS),
            new LibraryJudgeMaker(config.models()),
            Desks.RETENTION,
            Desks.DAY_PAUSE));
    env.execute("growth");
    CrowdSource.Measured measured = CrowdSource.taken();
    return new GrowthFigures(
        persons,
        measured.cpuMicros(),
        measured.parts(),
        (double) measured.stateBytes() / persons,
        Cost.ownPeakMegabytes());
  }

  private static Configuration options(JobConfig config, Path state) {
    Configuration options = FundwatchJob.options(config);
    options.set(RocksDBOptions.LOCAL_DIRECTORIES, state.toString());
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    // A checkpoint would keep all files a second time.
    options.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    return options;
  }
}

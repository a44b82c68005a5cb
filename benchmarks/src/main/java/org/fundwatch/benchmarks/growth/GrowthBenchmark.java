package org.fundwatch.benchmarks.growth;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.benchmarks.stages.SilentJudge;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.job.FundwatchJob;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChangesCodec;
import org.fundwatch.streaming.person.PersonDesk;

/**
 * Measures the person desk, with RocksDB on disk as the job has it, over ever more people. It
 * judges by nothing: the cost of rules and models does not depend on how many people there are, and
 * would hide a growth of what does.
 */
public final class GrowthBenchmark {

  /** How many people it begins with. */
  public static final long FEWEST = 10_000;

  private static final int WARM_UP = 100_000;
  private static final int MEASURED = 100_000;
  private static final int PATTERNS = 64;
  private static final int MOST_LINES = 10;
  private static final Duration HORIZON = Duration.ofDays(400);
  private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(384);
  // Nothing real is measured with, so nothing needs a secret.
  private static final String KEY = "00".repeat(32);

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
    List<byte[]> patterns = patterns(seed, folder);
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
  private static List<byte[]> patterns(long seed, Path folder) throws IOException {
    SettlementEventReader reader = new SettlementEventReader();
    List<byte[]> patterns = new ArrayList<>();
    try (EventReader events = EventFile.simulate(folder.resolve("events"), seed, 2_000).open()) {
      while (patterns.size() < PATTERNS) {
        byte[] json = events.next().json();
        if (reader.read(json) instanceof Parsed.Accepted accepted
            && accepted.event().kind() == EventKind.SETTLED
            && accepted.event().settlement().stay() == null
            && accepted.event().settlement().lines().size() <= MOST_LINES) {
          patterns.add(json);
        }
      }
    }
    return patterns;
  }

  private static GrowthFigures measure(List<byte[]> patterns, long persons, Path folder)
      throws Exception {
    Path state = Files.createDirectories(folder.resolve("rocksdb"));
    Counted source = new Counted(patterns, persons, WARM_UP, MEASURED, state);
    Counted.reset();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, options(folder, state));
    BroadcastStream<String> noRules =
        env.fromData(Types.STRING, "").filter(text -> false).broadcast(RuleDesk.rules());
    env.fromSequence(0, source.numbers() - 1)
        .setParallelism(1)
        .flatMap(source)
        .returns(SettlementEventCodec.TYPE)
        .setParallelism(1)
        .keyBy(event -> event.settlement().person().id())
        .connect(noRules)
        .process(
            new PersonDesk((bundle, failures) -> new SilentJudge(Counted::judged), HORIZON),
            SubjectChangesCodec.TYPE)
        .sinkTo(new DiscardingSink<>());
    env.execute("growth");
    return new GrowthFigures(
        persons,
        Counted.cpuNanos() / 1e3 / MEASURED,
        (double) Counted.stateBytes() / persons,
        Cost.ownPeakMegabytes());
  }

  private static Configuration options(Path folder, Path state) {
    Configuration options =
        FundwatchJob.options(
            JobSettings.read(
                Map.of(
                    "state.directory", folder.toString(),
                    "person.key", KEY,
                    "dead-letter.key", KEY)));
    options.set(RocksDBOptions.LOCAL_DIRECTORIES, state.toString());
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
    // A checkpoint would keep all files a second time.
    options.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    return options;
  }
}

package org.fundwatch.benchmarks.state;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.load.Sender;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.simulation.SimulationConfig;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.streaming.job.FundwatchJob;
import org.fundwatch.streaming.job.JobConfig;
import org.fundwatch.streaming.job.JobSettings;

/** Sends a simulated year through the whole job and reads what it keeps out of a savepoint. */
public final class StateBenchmark {

  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int MONTHS = 12;
  private static final int PERSONS_AN_INSTITUTION = 500;
  private static final int LEAST_INSTITUTIONS = 40;
  private static final int MOST_INSTITUTIONS = 5_000;
  private static final int PARTITIONS = 4;
  private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(384);
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final long LOOK_MILLIS = 200;
  // Invented people need no secret.
  private static final String KEY = "00".repeat(32);

  private StateBenchmark() {}

  /**
   * Measures.
   *
   * @param persons insured people, at least 2,000
   * @param seed of the simulation
   * @param folder for data; the caller removes it
   * @param out told what happens
   */
  public static StateFigures run(int persons, long seed, Path folder, PrintWriter out)
      throws Exception {
    out.println("simulating a year of " + persons + " people");
    int institutions =
        Math.min(MOST_INSTITUTIONS, Math.max(LEAST_INSTITUTIONS, persons / PERSONS_AN_INSTITUTION));
    EventFile file =
        EventFile.simulate(
            folder.resolve("events"),
            new SimulationConfig(seed, persons, institutions, FROM, MONTHS, 1, 2));
    out.println("job over " + file.events() + " settlements");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("kafka")))) {
      JobConfig config =
          JobSettings.read(
              Map.of(
                  "kafka.servers",
                  kafka.bootstrapServers(),
                  "state.directory",
                  folder.resolve("flink").toString(),
                  "person.key",
                  KEY,
                  "dead-letter.key",
                  KEY));
      kafka.ensureTopics(HouseTopics.all(PARTITIONS));
      return measure(persons, file, config);
    }
  }

  private static StateFigures measure(int persons, EventFile file, JobConfig config)
      throws Exception {
    Configuration options = FundwatchJob.options(config);
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
    var env = StreamExecutionEnvironment.createLocalEnvironment(config.parallelism(), options);
    FundwatchJob.build(env, config);
    JobClient job = env.executeAsync(FundwatchJob.NAME);
    try (EventReader events = file.open();
        Sender sender = new Sender(config.kafkaServers(), config.settlements());
        Offsets offsets = new Offsets(config.kafkaServers())) {
      while (job.getJobStatus().get() != JobStatus.RUNNING) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      sender.send(events, file.events());
      NavigableMap<Long, Savepoint.Checkpoint> seen = new TreeMap<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      Path checkpoints = config.stateDirectory().resolve("checkpoints");
      while (offsets.committed(config.group(), config.settlements()) < file.events()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("job: not done after " + PATIENCE);
        }
        look(checkpoints, seen);
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      look(checkpoints, seen);
      String savepoint =
          job.stopWithSavepoint(
                  false,
                  config.stateDirectory().resolve("savepoints").toUri().toString(),
                  SavepointFormatType.CANONICAL)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new StateFigures(
          persons,
          file.events(),
          file.lines(),
          Savepoint.states(Path.of(URI.create(savepoint))),
          seen.lastEntry().getValue().bytes(),
          seen.size(),
          seen.values().stream().mapToLong(Savepoint.Checkpoint::written).sum());
    }
  }

  // checkpoints/<job>/chk-<n>/_metadata; a folder may go away while it is looked at.
  private static void look(Path checkpoints, NavigableMap<Long, Savepoint.Checkpoint> into)
      throws IOException {
    if (!Files.isDirectory(checkpoints)) {
      return;
    }
    try (Stream<Path> found =
        Files.find(checkpoints, 3, (path, is) -> path.endsWith("_metadata"))) {
      for (Path metadata : found.toList()) {
        // chk-<n>
        long number =
            Long.parseLong(metadata.getName(metadata.getNameCount() - 2).toString().substring(4));
        if (!into.containsKey(number)) {
          into.put(number, Savepoint.checkpoint(metadata.resolveSibling("")));
        }
      }
    } catch (UncheckedIOException | NoSuchFileException e) {
      return; // seen again at the next look, or replaced by a newer one
    }
  }
}

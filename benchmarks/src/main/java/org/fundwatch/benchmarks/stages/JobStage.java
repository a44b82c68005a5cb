package org.fundwatch.benchmarks.stages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.load.Sender;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.benchmarks.profile.Profiler;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.streaming.job.JobConfig;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.job.LocalJob;
import org.fundwatch.streaming.judging.Judge;

/** The job between two topics, without API and Elasticsearch. */
final class JobStage {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final long LOOK_MILLIS = 50;
  private static final int PARTITIONS = 4;
  // Nothing real is measured with, so nothing needs a secret.
  private static final String KEY = "00".repeat(32);

  private JobStage() {}

  /**
   * Measures the job over the events of a file.
   *
   * @param folder for topics and state
   * @param warmUp of the events, how many from the first on do not count
   */
  static StageFigures measure(
      String name, Judge.Maker maker, EventFile file, Path folder, int warmUp)
      throws IOException, InterruptedException {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("kafka")))) {
      JobConfig config =
          JobSettings.read(
              Map.of(
                  "kafka.servers",
                  kafka.bootstrapServers(),
                  "state.directory",
                  folder.resolve("flink").toString(),
                  "checkpoint.every",
                  "PT10S",
                  "person.key",
                  KEY,
                  "dead-letter.key",
                  KEY));
      kafka.ensureTopics(HouseTopics.all(PARTITIONS));
      try (LocalJob job = LocalJob.start(config, maker);
          EventReader events = file.open();
          Sender sender = new Sender(kafka.bootstrapServers(), config.settlements());
          Offsets offsets = new Offsets(kafka.bootstrapServers())) {
        awaitRunning(job);
        sender.send(events, warmUp);
        long unused = offsets.awaitAll(config.group(), config.settlements(), PATIENCE);
        return measure(name, file.events() - warmUp, sender, events, offsets, config);
      }
    }
  }

  private static StageFigures measure(
      String name, int count, Sender sender, EventReader events, Offsets offsets, JobConfig config)
      throws IOException, InterruptedException {
    try (Profiler profiler = Profiler.start()) {
      Cost before = Cost.now();
      long start = System.nanoTime();
      sender.send(events, count);
      long end = offsets.awaitAll(config.group(), config.settlements(), PATIENCE);
      return StageFigures.of(name, count, end - start, Cost.now().since(before).ownNanos())
          .with(profiler.stop(), Cost.ownPeakMegabytes());
    }
  }

  private static void awaitRunning(LocalJob job) throws InterruptedException {
    while (!job.running()) {
      if (job.ended().isDone()) {
        throw new IllegalStateException("job: ended before it ran; the reason is in the log");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}

package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.job.LocalJob;

/** The job of a house, with the settings of the house. */
final class HouseJob {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 100;

  private HouseJob() {}

  static LocalJob start(Settings settings, Secrets secrets, String brokers) throws IOException {
    return LocalJob.start(
        JobSettings.read(
            Map.of(
                "kafka.servers",
                brokers,
                "state.directory",
                settings.data().flink().toString(),
                "parallelism",
                settings.get(Setting.FLINK_PARALLELISM),
                "checkpoint.every",
                "PT" + settings.number(Setting.FLINK_CHECKPOINTS) + "S",
                "models",
                settings.has(Setting.MODELS) ? settings.get(Setting.MODELS) : "built-in",
                "person.key",
                secrets.personKey(),
                "dead-letter.key",
                secrets.deadLetterKey())));
  }

  /**
   * Waits until all parts of the job run.
   *
   * @throws HouseException when they do not in time, or the job has ended
   */
  static void awaitRunning(LocalJob job, Path logs) throws HouseException, InterruptedException {
    long start = System.nanoTime();
    while (!job.running()) {
      long waited = System.nanoTime() - start;
      if (job.ended().isDone() || waited > PATIENCE.toNanos()) {
        throw new HouseException(
            "job: does not run after %d s; the reason is in %s"
                .formatted(TimeUnit.NANOSECONDS.toSeconds(waited), logs));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}

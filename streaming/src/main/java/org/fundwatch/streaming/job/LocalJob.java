package org.fundwatch.streaming.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job in this process. It goes on from the newest snapshot in its state directory, whether it
 * was stopped in order or killed. Thread-safe.
 */
public final class LocalJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // Buffers and caches of RocksDB, which would have 128 MB for all desks together and write files
  // of
  // a few megabytes every few seconds.
  private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(384);

  private final JobClient client;
  private final JobConfig config;
  private final Optional<Path> restoredFrom;
  private final CompletableFuture<Void> ended;

  private LocalJob(JobClient client, JobConfig config, Optional<Path> restoredFrom) {
    this.client = client;
    this.config = config;
    this.restoredFrom = restoredFrom;
    this.ended = client.getJobExecutionResult().thenAccept(result -> {});
  }

  /**
   * Starts the job and returns when it has been accepted.
   *
   * @throws IOException when the state directory cannot be read
   * @throws IllegalStateException when Flink does not accept the job
   */
  public static LocalJob start(JobConfig config) throws IOException {
    return start(config, new LibraryJudgeMaker(config.models()));
  }

  /** The same with judges other than those of the rule library and the models, for measurements. */
  public static LocalJob start(JobConfig config, Judge.Maker maker) throws IOException {
    Optional<Path> snapshot = Snapshots.newest(config.stateDirectory());
    Configuration options = FundwatchJob.options(config);
    options.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    options.set(RestOptions.ADDRESS, "127.0.0.1");
    if (!options.contains(TaskManagerOptions.MANAGED_MEMORY_SIZE)) {
      options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
    }
    snapshot.ifPresent(
        path -> {
          options.set(StateRecoveryOptions.SAVEPOINT_PATH, JobConfig.address(path));
          // The job now owns the files and deletes them when newer ones replace them.
          options.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(config.parallelism(), options);
    FundwatchJob.build(env, config, maker);
    try {
      LocalJob job = new LocalJob(env.executeAsync(FundwatchJob.NAME), config, snapshot);
      LOG.info("job started, {}", snapshot.map(path -> "goes on from " + path).orElse("anew"));
      return job;
    } catch (Exception e) {
      throw new IllegalStateException(
          "%s: Flink did not accept the job: %s".formatted(config, e.getMessage()), e);
    }
  }

  /** The snapshot that the job went on from, empty where it began anew. */
  public Optional<Path> restoredFrom() {
    return restoredFrom;
  }

  /** True while all of the job's parts run; false while it starts, restarts or has ended. */
  public boolean running() {
    return status() == JobStatus.RUNNING;
  }

  /** Completes when the job has ended, exceptionally when it has failed for good. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** Stops in order, with a savepoint; where that takes too long the last checkpoint has to do. */
  @Override
  public void close() {
    if (ended.isDone()) {
      return;
    }
    try {
      String savepoint =
          client
              .stopWithSavepoint(false, config.savepoints(), SavepointFormatType.NATIVE)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      LOG.info("job stopped with savepoint {}", savepoint);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("job not stopped with a savepoint, cancelling it: {}", e.toString());
      cancel();
    }
  }

  /** Ends the job at once, without a savepoint, as a crash would. */
  void kill() {
    cancel();
    try {
      ended.join();
    } catch (CompletionException | CancellationException e) {
      LOG.info("job killed");
    }
  }

  private void cancel() {
    try {
      client.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("job not cancelled: {}", e.toString());
    }
  }

  private JobStatus status() {
    try {
      return client.getJobStatus().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JobStatus.FAILED;
    } catch (ExecutionException | TimeoutException e) {
      // The cluster in this process ends with its job, and answers no more.
      return JobStatus.FAILED;
    }
  }
}

package org.fundwatch.streaming.job;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.rocksdb.CompressionType;

/** The job from Kafka to Kafka. */
public final class FundwatchJob {

  /** The job's name in Flink. */
  public static final String NAME = "fundwatch";

  // Parallelism can later be anything up to this without losing state; never changed.
  private static final int KEY_GROUPS = 128;

  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(20);

  private FundwatchJob() {}

  /** Submits the job to the cluster that runs this class; settings see {@link JobSettings}. */
  public static void main(String[] arguments) throws Exception {
    JobConfig config = JobSettings.read(arguments, System.getenv());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(options(config));
    build(env, config);
    env.executeAsync(NAME);
  }

  /** Adds the job to an environment that was made with {@link #options}. */
  public static void build(StreamExecutionEnvironment env, JobConfig config) {
    build(env, config, new LibraryJudgeMaker(config.models()));
  }

  /** The same with judges other than those of the rule library and the models. */
  static void build(StreamExecutionEnvironment env, JobConfig config, Judge.Maker maker) {
    Topology.build(
        env,
        new KafkaInputs(config),
        KafkaOutputs.of(config),
        new Desks(config.intake(), maker, config.retention(), config.dayPause()));
  }

  /** The Flink options that the job relies on. */
  public static Configuration options(JobConfig config) {
    Configuration options = new Configuration();
    options.set(PipelineOptions.NAME, NAME);
    options.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
    options.set(PipelineOptions.MAX_PARALLELISM, KEY_GROUPS);
    // Kryo's bytes do not survive a new field.
    options.set(PipelineOptions.GENERIC_TYPES, false);
    // Every record is immutable: no need of a copy between chained operators.
    options.set(PipelineOptions.OBJECT_REUSE, true);

    // An alert passes three exchanges; under load buffers are full sooner than this anyway.
    options.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);

    options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    // Half of what is asked for is not there yet: new persons, periods without findings.
    options.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
    // A checkpoint has all buffers written out while the desks wait, and most of what lies in the
    // first levels is soon merged on: not worth compressing.
    options.set(
        RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL,
        List.of(
            CompressionType.NO_COMPRESSION,
            CompressionType.NO_COMPRESSION,
            CompressionType.SNAPPY_COMPRESSION));
    // Timers are few, only of days with pending changes.
    options.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
    options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointEvery());
    options.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, config.checkpoints());
    options.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, config.savepoints());
    options.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);

    // A broker that is away comes back: try for ever, ever more slowly.
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    config.flink().forEach(options::setString);
    return options;
  }
}

package org.fundwatch.streaming.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.intake.RawEventCodec;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.job.Inputs;
import org.fundwatch.streaming.job.Outputs;
import org.fundwatch.streaming.job.Topology;
import org.fundwatch.streaming.judging.DeskReport;

/**
 * A run of the whole topology that was stopped with a savepoint before its inputs ended.
 *
 * @param alerts every version of every alert until then
 * @param savepoint where it left its state
 */
public record Stopped(List<Alert> alerts, Path savepoint) {

  // Kept savepoints grow old; what they hold must not.
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Runs from nothing and stops behind the last message, whatever may still be pending then. */
  public static Stopped behind(List<byte[]> messages, Path into) throws Exception {
    return run(messages, into, Optional.empty());
  }

  /** Goes on from an earlier savepoint and stops when all is said. */
  public static Stopped after(Path savepoint, List<byte[]> messages, Path into) throws Exception {
    return run(messages, into, Optional.of(savepoint));
  }

  private static Stopped run(List<byte[]> messages, Path into, Optional<Path> from)
      throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(PipelineOptions.MAX_PARALLELISM, 128);
    options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    from.ifPresent(
        path -> options.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    var env = StreamExecutionEnvironment.createLocalEnvironment(2, options);
    Endless inputs = Endless.of(messages);
    Collected<Alert> alerts = new Collected<>();
    Collected<DeadLetter> letters = new Collected<>();
    Collected<DeskReport> reports = new Collected<>();
    Topology.build(
        env,
        inputs,
        new Outputs(alerts, letters, reports),
        new Desks(Run.INTAKE, new TrivialJudge.Maker(), FOR_EVER, Duration.ofMillis(20)));
    JobClient job = env.executeAsync();
    inputs.settlements.awaitGiven();
    inputs.rules.awaitGiven();
    // Until every part of the job has started it is refused.
    String savepoint =
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(
                () ->
                    job.stopWithSavepoint(
                            from.isPresent(),
                            into.toUri().toString(),
                            SavepointFormatType.CANONICAL)
                        .get(),
                path -> true);
    job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return new Stopped(alerts.values(), Path.of(URI.create(savepoint)));
  }

  private record Endless(Unending<RawEvent> settlements, Unending<String> rules) implements Inputs {

    static Endless of(List<byte[]> messages) {
      List<RawEvent> raw = new ArrayList<>();
      for (int i = 0; i < messages.size(); i++) {
        raw.add(new RawEvent(new Place("given", 0, i + 1, true), messages.get(i)));
      }
      return new Endless(new Unending<>(raw), new Unending<>(List.of(TrivialJudge.BUILT_IN)));
    }

    @Override
    @SuppressWarnings("deprecation")
    public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
      return env.addSource(settlements, "given", RawEventCodec.TYPE).uid("given");
    }

    @Override
    @SuppressWarnings("deprecation")
    public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
      return env.addSource(rules, "given-rules", Types.STRING).uid("given-rules");
    }
  }
}

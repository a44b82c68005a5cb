package org.fundwatch.streaming.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.IntakeConfig;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.job.Inputs;
import org.fundwatch.streaming.job.Outputs;
import org.fundwatch.streaming.job.Topology;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.Judge;

/**
 * The whole topology over known inputs, to their end, in this process.
 *
 * @param alerts every version of every alert
 * @param letters what was refused
 * @param reports what the desks said about their rules
 */
public record Run(List<Alert> alerts, List<DeadLetter> letters, List<DeskReport> reports) {

  /** An intake without a clock: every moment of the tests is past. */
  public static final IntakeConfig INTAKE =
      new IntakeConfig(new byte[16], new byte[32], Duration.ofHours(1), 4_102_444_800_000L);

  /** Runs the topology with the trivial judge on two cores, with state in RocksDB. */
  public static Run of(Given inputs, RuntimeExecutionMode mode) throws Exception {
    return of(inputs, mode, 2, new TrivialJudge.Maker());
  }

  /** The same with another judge. */
  public static Run of(Given inputs, RuntimeExecutionMode mode, Judge.Maker maker)
      throws Exception {
    return of(inputs, mode, 2, maker);
  }

  /** The same on one core as a stream, which keeps the order in which messages are given. */
  public static Run inOrder(Given inputs) throws Exception {
    return of(inputs, RuntimeExecutionMode.STREAMING, 1, new TrivialJudge.Maker());
  }

  /**
   * The same on two cores, where rule bundles arrive while messages do.
   *
   * @param switches bundles by the number of messages that are read before
   */
  public static Run switching(Given inputs, SortedMap<Integer, String> switches) throws Exception {
    return of(
        new Switching(inputs, switches),
        RuntimeExecutionMode.STREAMING,
        2,
        new TrivialJudge.Maker());
  }

  private static Run of(
      Inputs inputs, RuntimeExecutionMode mode, int parallelism, Judge.Maker maker)
      throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    if (mode == RuntimeExecutionMode.STREAMING) {
      options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    }
    var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, options);
    env.setRuntimeMode(mode);
    Collected<Alert> alerts = new Collected<>();
    Collected<DeadLetter> letters = new Collected<>();
    Collected<DeskReport> reports = new Collected<>();
    Topology.build(
        env,
        inputs,
        new Outputs(alerts, letters, reports),
        new Desks(INTAKE, maker, Desks.RETENTION, Duration.ofMillis(20)));
    env.execute();
    return new Run(alerts.values(), letters.values(), reports.values());
  }

  /** What is said in the end, by alert id; withdrawn alerts say nothing. */
  public SortedMap<String, Verdict> held() {
    return held(last());
  }

  /** What alerts say; withdrawn ones say nothing. */
  public static SortedMap<String, Verdict> held(Map<String, Alert> last) {
    SortedMap<String, Verdict> held = new TreeMap<>();
    last.forEach(
        (id, alert) -> {
          if (alert.status() != AlertStatus.WITHDRAWN) {
            held.put(id, Verdict.of(alert));
          }
        });
    return held;
  }

  /** The last version of every alert, by id. */
  public SortedMap<String, Alert> last() {
    SortedMap<String, Alert> last = new TreeMap<>();
    alerts.forEach(
        alert -> last.merge(alert.id(), alert, (a, b) -> a.version() > b.version() ? a : b));
    return last;
  }
}

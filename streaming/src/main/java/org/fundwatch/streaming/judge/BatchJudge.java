package org.fundwatch.streaming.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;
import org.fundwatch.streaming.intake.Intake;
import org.fundwatch.streaming.intake.IntakeConfig;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.job.Inputs;
import org.fundwatch.streaming.job.Outputs;
import org.fundwatch.streaming.job.Topology;
import org.fundwatch.streaming.judge.JudgeResult.RefusedLine;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReportJson;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.Tick;

/**
 * Judges files of events by the same job as the stream, in batch and without any server. Equal
 * events give an equal file of alerts, whatever the order of the lines.
 */
public final class BatchJudge {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final Duration SKEW = Duration.ofMinutes(10);
  private static final String ALERTS = "alerts";
  private static final String REFUSED = "refused";
  private static final String REPORTS = "reports";

  private static final Comparator<DeadLetter> BY_PLACE =
      Comparator.<DeadLetter>comparingInt(letter -> letter.place().partition())
          .thenComparingLong(letter -> letter.place().position());

  private BatchJudge() {}

  /**
   * Judges. The file of alerts is there whole or not at all; a folder beside it is used meanwhile.
   *
   * @throws IOException when an input is missing or unreadable, or the output cannot be written;
   *     the message is for the user
   */
  public static JudgeResult run(JudgeRequest request) throws IOException {
    return run(request, request.rules().toJson(), new LibraryJudgeMaker(request.models()));
  }

  static JudgeResult run(JudgeRequest request, String bundle, Judge.Maker maker)
      throws IOException {
    return run(request, bundle, maker, Tick.SILENT);
  }

  static JudgeResult run(JudgeRequest request, String bundle, Judge.Maker maker, Tick read)
      throws IOException {
    List<FileRef> files = InputFiles.of(request.inputs());
    return run(request, new FileInputs(files, bundle, read), files.size(), maker);
  }

  /** Judges whatever inputs give, to their end; those of the request are not asked. */
  static JudgeResult run(JudgeRequest request, Inputs inputs, int files, Judge.Maker maker)
      throws IOException {
    try (Scratch scratch = Scratch.beside(request.out())) {
      JobExecutionResult done = execute(request, inputs, maker, scratch);
      Long accepted = done.getAccumulatorResult(Intake.ACCEPTED);
      Long tooLate = done.getAccumulatorResult(RuleDesk.TOO_LATE);
      Refused refused = refused(scratch);
      Written written = write(request, scratch);
      return new JudgeResult(
          files,
          accepted == null ? 0 : accepted,
          refused.count(),
          refused.lines(),
          written.open(),
          written.withdrawn(),
          written.suppressed(),
          tooLate == null ? 0 : tooLate,
          failures(scratch));
    }
  }

  private static JobExecutionResult execute(
      JudgeRequest request, Inputs inputs, Judge.Maker maker, Scratch scratch) throws IOException {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(request.parallelism(), options(scratch));
    Topology.build(
        env,
        inputs,
        new Outputs(
            scratch.sink(ALERTS, AlertJson::write),
            scratch.sink(REFUSED, BatchJudge::withoutBytes),
            scratch.sink(REPORTS, DeskReportJson::write)),
        new Desks(intake(request), maker, Desks.RETENTION, Desks.DAY_PAUSE));
    try {
      return env.execute("judge");
    } catch (Exception e) {
      String cause =
          ExceptionUtils.findThrowable(e, IOException.class)
              .map(Throwable::getMessage)
              .orElse(String.valueOf(e.getMessage()));
      throw new IOException("judge: " + cause, e);
    }
  }

  private static Configuration options(Scratch scratch) {
    Configuration options = new Configuration();
    options.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    options.set(CoreOptions.TMP_DIRS, scratch.folder().resolve("flink").toString());
    options.set(RestOptions.ADDRESS, "127.0.0.1");
    options.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    return options;
  }

  // What is refused is listed by place, not kept: the key is for nobody.
  private static IntakeConfig intake(JudgeRequest request) {
    byte[] nobodysKey = new byte[32];
    new SecureRandom().nextBytes(nobodysKey);
    return new IntakeConfig(request.personKey(), nobodysKey, SKEW, request.clock().millis());
  }

  private static byte[] withoutBytes(DeadLetter letter) {
    return DeadLetterJson.write(
        new DeadLetter(
            letter.schema(),
            letter.place(),
            letter.reason(),
            letter.faults(),
            letter.refusedMillis(),
            "",
            new byte[0]));
  }

  // All are counted, the first are kept: memory must not grow with what is wrong with a file.
  private static Refused refused(Scratch scratch) throws IOException {
    PriorityQueue<DeadLetter> first = new PriorityQueue<>(BY_PLACE.reversed());
    long[] count = {0};
    scratch.read(
        REFUSED,
        line -> {
          count[0]++;
          first.add(DeadLetterJson.read(line.getBytes(UTF_8)));
          if (first.size() > JudgeResult.MAX_LISTED) {
            first.remove();
          }
        });
    return new Refused(
        count[0],
        first.stream()
            .sorted(BY_PLACE)
            .map(
                letter ->
                    new RefusedLine(
                        letter.place().source(), letter.place().position(), letter.faults()))
            .toList());
  }

  private static List<String> failures(Scratch scratch) throws IOException {
    SortedSet<String> failures = new TreeSet<>();
    scratch.read(
        REPORTS,
        line -> {
          DeskReport report = MAPPER.readValue(line, DeskReport.class);
          if (report.state() == DeskReport.State.FAILED) {
            failures.add(report.desk() + " desk: " + report.detail());
          }
        });
    return List.copyOf(failures);
  }

  private static Written write(JudgeRequest request, Scratch scratch) throws IOException {
    LastVersions last = new LastVersions(scratch.folder());
    scratch.read(ALERTS, line -> last.add(AlertJson.read(line.getBytes(UTF_8))));
    Path part = scratch.folder().resolve("out");
    Map<AlertStatus, Long> counts = new EnumMap<>(AlertStatus.class);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      last.forEach(
          alert -> {
            counts.merge(alert.status(), 1L, Long::sum);
            if (alert.status() == AlertStatus.OPEN || request.withdrawn()) {
              out.write(withoutHistory(alert));
              out.write('\n');
            }
          });
    }
    Files.move(part, request.out(), StandardCopyOption.REPLACE_EXISTING);
    return new Written(
        counts.getOrDefault(AlertStatus.OPEN, 0L),
        counts.getOrDefault(AlertStatus.WITHDRAWN, 0L),
        counts.getOrDefault(AlertStatus.SUPPRESSED, 0L));
  }

  // Version and lineage tell how the events came in, not what they say.
  private static byte[] withoutHistory(Alert alert) throws IOException {
    ObjectNode json = (ObjectNode) MAPPER.readTree(AlertJson.write(alert));
    json.remove(List.of("version", "lineage"));
    return MAPPER.writeValueAsBytes(json);
  }

  private record Refused(long count, List<RefusedLine> lines) {}

  private record Written(long open, long withdrawn, long suppressed) {}
}

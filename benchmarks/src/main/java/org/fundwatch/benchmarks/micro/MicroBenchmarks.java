package org.fundwatch.benchmarks.micro;

import java.util.List;
import org.fundwatch.benchmarks.report.Table;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the micro-benchmarks, each in a process of its own. */
public final class MicroBenchmarks {

  private MicroBenchmarks() {}

  /**
   * What a benchmark came to.
   *
   * @param name method
   * @param event which event
   * @param micros mean time of a call
   * @param error half of the 99.9 % confidence interval, in microseconds
   */
  public record Score(String name, String event, double micros, double error) {}

  /** Runs all, in about two minutes; JMH prints how it goes. */
  public static List<Score> run() throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(EventBenchmark.class.getName())
                .shouldFailOnError(true)
                .build())
        .run().stream().map(MicroBenchmarks::score).toList();
  }

  /** The scores as a table in Markdown. */
  public static String text(List<Score> scores) {
    Table table = new Table("step", "event", "µs a call", "±");
    scores.forEach(
        score ->
            table.row(
                score.name(),
                score.event(),
                Table.number(score.micros(), 2),
                Table.number(score.error(), 2)));
    return table.toString();
  }

  private static Score score(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    return new Score(
        result.getLabel(),
        run.getParams().getParam("event"),
        result.getScore(),
        result.getScoreError());
  }
}

package org.fundwatch.benchmarks.path;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundwatch.benchmarks.report.Figures;
import org.fundwatch.benchmarks.report.Table;

/**
 * All that a measurement of the whole path came to.
 *
 * @param plan what was done
 * @param meanEventBytes mean length of an event's JSON
 * @param meanLines mean number of its fee lines
 * @param runs in their order
 */
public record WholePathFigures(
    WholePathPlan plan, long meanEventBytes, double meanLines, List<WholePathRun> runs) {

  public WholePathFigures {
    runs = List.copyOf(runs);
  }

  /** The figures as tables in Markdown, then the profile of the last run. */
  public String text() {
    Table table = new Table(heads());
    row(table, "settlements a second, judged", 0, WholePathRun::judgedPerSecond);
    row(table, "settlements a second, alerts in the index", 0, WholePathRun::searchablePerSecond);
    row(table, "CPU of the process a settlement, µs", 0, WholePathRun::ownCpuMicros);
    row(table, "CPU of Elasticsearch a settlement, µs", 0, WholePathRun::searchCpuMicros);
    row(table, "alert versions", 0, WholePathRun::alertVersions);
    row(table, "settlement rows", 0, WholePathRun::settlementRows);
    row(table, "refused events", 0, WholePathRun::deadLetters);
    row(table, "latency, alert versions found", 0, run -> run.latency().found());
    row(table, "latency, median, ms", 0, run -> run.latency().medianMillis());
    row(table, "latency, 99 of 100, ms", 0, run -> run.latency().p99Millis());
    row(table, "latency, longest, ms", 0, run -> run.latency().longestMillis());
    row(table, "of periods, alert versions found", 0, run -> run.periodLatency().found());
    row(table, "of periods, median, ms", 0, run -> run.periodLatency().medianMillis());
    row(table, "of periods, 99 of 100, ms", 0, run -> run.periodLatency().p99Millis());
    row(table, "peak memory of the process, MB", 0, WholePathRun::peakMegabytes);
    row(table, "peak memory of Elasticsearch, MB", 0, WholePathRun::searchPeakMegabytes);
    return """
        %,d simulated settlements (seed %d; on average %.1f fee lines and %,d bytes of JSON): %,d to warm up, %,d at full \
        speed, %,d offered at %,d a second for the latency. Every run begins on empty data.

        %s
        Where time went at full speed, run %d:

        %s"""
        .formatted(
            plan.settlements(),
            plan.seed(),
            meanLines,
            meanEventBytes,
            plan.warmUp(),
            plan.measured(),
            plan.offered(),
            plan.rate(),
            table,
            runs.size(),
            runs.get(runs.size() - 1).profile().text());
  }

  private String[] heads() {
    String[] heads = new String[runs.size() + 2];
    heads[0] = "";
    heads[1] = "median";
    for (int run = 1; run <= runs.size(); run++) {
      heads[run + 1] = "run " + run;
    }
    return heads;
  }

  private void row(Table table, String name, int decimals, ToDoubleFunction<WholePathRun> figure) {
    double[] values = runs.stream().mapToDouble(figure).toArray();
    String[] cells = new String[values.length + 2];
    cells[0] = name;
    cells[1] = Table.number(Figures.median(values), decimals);
    for (int run = 0; run < values.length; run++) {
      cells[run + 2] = Table.number(values[run], decimals);
    }
    table.row(cells);
  }
}

package org.fundwatch.benchmarks.stages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.profile.Profiler;
import org.fundwatch.benchmarks.report.Table;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.judging.Tick;

/** Measures parts of the path on their own, to see what each of them costs. */
public final class StagesBenchmark {

  private static final String BUILT_IN_MODELS = "";

  private StagesBenchmark() {}

  /**
   * Measures.
   *
   * @param settlements simulated events; the first sixth warms up
   * @param seed of the simulation
   * @param folder for data; the caller removes it
   * @param out told what happens
   */
  public static List<StageFigures> run(int settlements, long seed, Path folder, PrintWriter out)
      throws IOException, InterruptedException {
    Profiler.prepare();
    out.println("simulating " + settlements + " settlements");
    EventFile file = EventFile.simulate(folder.resolve("events"), seed, settlements);
    int warmUp = settlements / 6;
    out.println("plain Java");
    List<StageFigures> figures = new ArrayList<>(PlainStages.measure(file, warmUp));
    out.println("job without rules and models");
    figures.add(
        JobStage.measure(
            "job without rules and models, Kafka to Kafka",
            (bundle, failures) -> new SilentJudge(Tick.SILENT),
            file,
            folder.resolve("frame"),
            warmUp));
    out.println("job");
    figures.add(
        JobStage.measure(
            "job with rules and models, Kafka to Kafka",
            new LibraryJudgeMaker(BUILT_IN_MODELS),
            file,
            folder.resolve("job"),
            warmUp));
    return figures;
  }

  /** The figures as a table in Markdown, then the profile of each job. */
  public static String text(List<StageFigures> figures) {
    Table table =
        new Table(
            "stage",
            "settlements a second",
            "CPU a settlement, µs",
            "settlements a CPU second",
            "peak memory, MB");
    StringBuilder profiles = new StringBuilder();
    for (StageFigures stage : figures) {
      table.row(
          stage.name(),
          Table.number(stage.perSecond(), 0),
          Table.number(stage.cpuMicros(), 0),
          Table.number(stage.perCpuSecond(), 0),
          stage.profile() == null ? "" : Table.number((double) stage.peakMegabytes(), 0));
      if (stage.profile() != null) {
        profiles.append("\n%s:\n\n%s".formatted(stage.name(), stage.profile().text()));
      }
    }
    return table.toString() + profiles;
  }
}

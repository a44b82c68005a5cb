package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fundwatch.simulation.SimulationFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes simulated settlements and the truth about them. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates settlements with known frauds and honest look-alikes.",
      "Writes events.jsonl (national JSON lines) and truth.jsonl. People and institutions are"
          + " invented."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "1",
      description = "How long (default: 1).")
  private int months;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the files go; those of an earlier run are replaced.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws CommandFailure {
    PrintWriter print = spec.commandLine().getOut();
    LiveLine line = new LiveLine(print, Terminal.present());
    long start = System.nanoTime();
    try {
      long total =
          SimulationFiles.write(
              options.config(months),
              out,
              written -> {
                if (Terminal.present()) {
                  line.show(String.format(Locale.ROOT, "%,d events", written));
                }
              });
      line.end();
      print.println(
          String.format(
              Locale.ROOT,
              "%d events in %.1f s: %s, %s",
              total,
              (System.nanoTime() - start) / 1e9,
              out.resolve(SimulationFiles.EVENTS),
              out.resolve(SimulationFiles.TRUTH)));
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(out + ": cannot be written: " + e.getMessage(), e);
    }
  }
}

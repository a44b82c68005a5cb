package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.house.RunningFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what {@code up} or {@code demo} started. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the services of the data folder in order; their state stays.")
final class DownCommand implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 120;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    DataFolder data = common.settings().data();
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessHandle> process;
    try {
      process = RunningFile.read(data.running()).flatMap(RunningFile::process);
    } catch (IOException e) {
      throw new CommandFailure(data.running() + ": " + e.getMessage(), e);
    }
    if (process.isEmpty()) {
      out.println("nothing runs on " + data.root());
      return ExitCode.OK;
    }
    out.println("stopping process " + process.get().pid() + " ...");
    process.get().destroy();
    try {
      process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      out.println("stopped");
      return ExitCode.OK;
    } catch (TimeoutException | ExecutionException e) {
      throw new CommandFailure(
          "process %d: still there after %d s; its log is in %s, kill %d ends it at once"
              .formatted(process.get().pid(), PATIENCE_SECONDS, data.logs(), process.get().pid()),
          e);
    }
  }
}

package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.HouseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the services until it is told to stop: what {@code up} starts, and what systemd would. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the services in the foreground until Ctrl-C; up runs them behind it.")
final class ServeCommand implements Callable<Integer> {

  private static final int WATCH_SECONDS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServeOptions options = new ServeOptions();

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    StopSignal signal = new StopSignal(stop::countDown);
    try (Opening opening = Opening.of(settings, options, out)) {
      if (!options.unannounced) {
        opening.announce(out);
      }
      while (!stop.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
        var failure = opening.house().jobFailure();
        if (failure.isPresent()) {
          throw new CommandFailure(failure.get() + " in " + settings.data().logs());
        }
      }
    } finally {
      signal.workEnded();
    }
    return ExitCode.OK;
  }
}

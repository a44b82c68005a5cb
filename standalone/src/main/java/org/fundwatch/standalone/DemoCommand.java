package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything on this machine with a month of simulated settlements. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything on this machine and replays a simulated month of settlements.",
      "Ctrl-C stops all in order; the next demo goes on where this one was (--fresh: anew)."
    })
final class DemoCommand implements Callable<Integer> {

  private static final Duration LIVE_ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration LIVE_ELSEWHERE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServeOptions options = new ServeOptions();
  @Mixin private SimulationOptions simulation = new SimulationOptions();

  @Option(
      names = "--pace",
      paramLabel = "N",
      defaultValue = "300",
      description = "Settlements a second (default: 300).")
  private int pace;

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    if (pace < 1 || pace > 1_000_000) {
      throw new CommandFailure("--pace: %d; 1 to 1000000 settlements a second".formatted(pace));
    }
    Settings settings = common.settings();
    Logs.toFolder(settings.data().logs());
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    StopSignal signal = new StopSignal(stop::countDown);
    try (Opening opening = Opening.of(settings, options, out)) {
      Path events = month(settings, out);
      opening.announce(out);
      try (Replay replay = Replay.start(events, opening.house().brokers(), settings.data(), pace)) {
        watch(opening, replay, stop, out);
      }
    } finally {
      signal.workEnded();
    }
    return ExitCode.OK;
  }

  private Path month(Settings settings, PrintWriter out) throws CommandFailure {
    long start = System.nanoTime();
    try {
      DemoMonth month = DemoMonth.of(settings.data().demo(), simulation.config(1));
      out.println(
          String.format(
              Locale.ROOT,
              "%-22s %s, seed %d, %d people (%.1f s)",
              "simulated month",
              month.made() ? "made" : "there from before",
              simulation.seed,
              simulation.persons,
              (System.nanoTime() - start) / 1e9));
      return month.events();
    } catch (IOException e) {
      throw new CommandFailure(settings.data().demo() + ": " + e.getMessage(), e);
    }
  }

  private static void watch(Opening opening, Replay replay, CountDownLatch stop, PrintWriter out)
      throws CommandFailure, InterruptedException {
    boolean terminal = Terminal.present();
    LiveLine line = new LiveLine(out, terminal);
    long millis = (terminal ? LIVE_ON_TERMINAL : LIVE_ELSEWHERE).toMillis();
    try (Progress progress = new Progress(opening.house().brokers(), opening.house().search())) {
      do {
        var failure = opening.house().jobFailure().or(replay::failure);
        if (failure.isPresent()) {
          line.end();
          throw new CommandFailure(failure.get());
        }
        try {
          line.show(progress.now());
        } catch (HouseException e) {
          line.show(e.getMessage() == null ? "" : e.getMessage());
        }
      } while (!stop.await(millis, TimeUnit.MILLISECONDS));
    }
    line.end();
    out.println();
    out.println("stopping (once more Ctrl-C ends it at once)");
  }
}

package org.fundwatch.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.Progress;
import org.fundwatch.standalone.house.RunningFile;
import org.fundwatch.standalone.house.RunningRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the services how they are. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the services of the data folder how they are.",
      "Exit code 0 when all answer and the job keeps its checkpoints, else 1."
    })
final class StatusCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  private boolean well = true;

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    Settings settings = common.settings();
    Optional<RunningFile> running;
    try {
      running = RunningFile.read(settings.data().running());
    } catch (IOException e) {
      throw new CommandFailure(settings.data().running() + ": " + e.getMessage(), e);
    }
    if (running.isEmpty()) {
      say("nothing runs on " + settings.data().root());
      return ExitCode.FAILED;
    }
    RunningFile run = running.get();
    say("process       " + run.pid());
    say("page and API  " + run.page() + "  " + answer(run.page() + "/actuator/health"));
    say("search node   " + run.search() + "  " + answer(run.search() + "/_cluster/health"));
    if (!run.job().isEmpty()) {
      say("job           " + run.job() + "  " + answer(run.job() + "/jobs/overview"));
    }
    stream(run);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private void stream(RunningFile run) throws InterruptedException {
    try (Progress progress = new Progress(run.brokers(), URI.create(run.search()))) {
      Progress.Now now = progress.now();
      say("broker        " + run.brokers() + "  answers");
      LiveLine line = new LiveLine(spec.commandLine().getOut(), false);
      line.show(now);
      say("rules         " + new RuleStatusPage(RunningRules.read(run.brokers())).summary());
    } catch (HouseException e) {
      well = false;
      say("broker        " + run.brokers() + "  " + e.getMessage());
    }
  }

  private String answer(String address) throws InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      well &= status == 200;
      return status == 200 ? "well" : "not well (status " + status + ")";
    } catch (IOException e) {
      well = false;
      return "does not answer";
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
  }
}

package org.fundwatch.standalone;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.house.FolderLock;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.RunningFile;
import org.fundwatch.standalone.house.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the services behind the terminal. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts broker, search node, job, page and API in the background; returns when they answer.",
      "The log is in logs/ of the data folder. Stop with: ./fundwatch down"
    })
final class UpCommand implements Callable<Integer> {

  private static final long PATIENCE_SECONDS = 300;
  private static final long POLL_MILLIS = 200;

  /** What is not handed on as it was typed. */
  private static final Set<String> DONE_HERE = Set.of("--fresh", "--new-password");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private ServeOptions options = new ServeOptions();

  @Override
  public Integer call() throws CommandFailure, HouseException, InterruptedException {
    Settings settings = common.settings();
    DataFolder data = settings.data();
    try {
      Optional<RunningFile> running = RunningFile.read(data.running());
      if (running.isPresent()) {
        say("runs already: " + running.get().page() + " (process " + running.get().pid() + ")");
        return ExitCode.OK;
      }
      Files.createDirectories(data.logs());
      Path console = data.logs().resolve("console.log");
      Secrets secrets = secrets(settings);
      try {
        RunningFile started = await(launch(console), data, console);
        announce(started, console, secrets);
        return ExitCode.OK;
      } catch (CommandFailure | IOException | InterruptedException e) {
        // They are kept and not drawn again.
        WayIn.drawn(secrets).forEach(this::say);
        throw e;
      }
    } catch (IOException e) {
      throw new CommandFailure(data.root() + ": " + e.getMessage(), e);
    }
  }

  /** Passwords are drawn here: what the services behind the terminal say goes to a file. */
  private Secrets secrets(Settings settings) throws CommandFailure, HouseException, IOException {
    FolderLock lock = FolderLock.take(settings.data().lock());
    try {
      return Opening.secrets(settings, options);
    } finally {
      lock.close();
    }
  }

  private Process launch(Path console) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("serve");
    command.add(ServeOptions.UNANNOUNCED);
    List<String> typed = spec.commandLine().getParseResult().originalArgs();
    typed.stream().skip(1).filter(word -> !DONE_HERE.contains(word)).forEach(command::add);
    if (options.fresh) {
      command.add(ServeOptions.FRESH_INDICES);
    }
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(console.toFile())
        .start();
  }

  private RunningFile await(Process process, DataFolder data, Path console)
      throws CommandFailure, IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        List<String> lines = Files.readAllLines(console);
        String last = lines.isEmpty() ? "no word" : lines.get(lines.size() - 1);
        throw new CommandFailure(last.replaceFirst("^fundwatch serve: ", ""));
      }
      Optional<RunningFile> running = RunningFile.read(data.running());
      if (running.isPresent() && running.get().pid() == process.pid()) {
        return running.get();
      }
    }
    process.destroy();
    throw new CommandFailure(
        "not ready after %d s; its log is in %s".formatted(PATIENCE_SECONDS, data.logs()));
  }

  /** Said here and not by the services: passwords must not go to the file of what they say. */
  private void announce(RunningFile started, Path console, Secrets secrets) throws IOException {
    Files.readString(console).lines().forEach(this::say);
    say("");
    say("  page      " + started.page());
    List<String> drawn = WayIn.drawn(secrets);
    (drawn.isEmpty() ? WayIn.of(secrets) : drawn).forEach(this::say);
    say("");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
  }
}

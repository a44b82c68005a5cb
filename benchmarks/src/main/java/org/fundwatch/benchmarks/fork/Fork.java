package org.fundwatch.benchmarks.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that does rounds of a workload when it is asked to, and rests otherwise. All
 * have the same heap and the same simple garbage collector.
 */
public final class Fork implements AutoCloseable {

  static final String ROUND = "round";
  static final String ONCE = "once";
  static final String ANSWER = "fundwatch-round ";

  private static final String HEAP = "1g";
  private static final int PATIENCE_SECONDS = 10;

  private final String name;
  private final Process process;
  private final OutputStream questions;
  private final BufferedReader answers;

  private Fork(String name, Process process) {
    this.name = name;
    this.process = process;
    this.questions = process.getOutputStream();
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a process on this one's class path.
   *
   * @param name for messages
   */
  public static Fork start(String name, Class<? extends Workload.Maker> maker, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xms" + HEAP, "-Xmx" + HEAP, "-Dfile.encoding=UTF-8"));
    command.add("-Duser.timezone=Asia/Shanghai");
    command.addAll(logging(name));
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(ForkMain.class.getName());
    command.add(maker.getName());
    command.addAll(List.of(arguments));
    return new Fork(
        name, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * Has one round done and waits for it: the work as often as it takes to measure it well.
   *
   * @throws IOException when the process failed; what it said is in this process's error output
   */
  public Round round() throws IOException {
    return ask(ROUND);
  }

  /** As {@link #round}, the work done once. */
  public Round once() throws IOException {
    return ask(ONCE);
  }

  private Round ask(String question) throws IOException {
    questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
    @Nullable String line = answers.readLine();
    while (line != null && !line.startsWith(ANSWER)) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IOException(name + ": ended before its round; its error output says why");
    }
    return Round.ofLine(line.substring(ANSWER.length()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  // As this process logs, but into a file of its own.
  private static List<String> logging(String name) {
    List<String> options = new ArrayList<>();
    String configuration = System.getProperty("logback.configurationFile");
    if (configuration != null) {
      options.add("-Dlogback.configurationFile=" + configuration);
    }
    String log = System.getProperty("fundwatch.benchmark.log");
    if (log != null) {
      options.add("-Dfundwatch.benchmark.log=" + log + "." + name);
    }
    return options;
  }
}

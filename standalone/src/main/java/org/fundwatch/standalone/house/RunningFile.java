package org.fundwatch.standalone.house;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;

/**
 * What runs on a data folder, noted for other commands.
 *
 * @param pid process
 * @param startedMillis when that process began; with the pid it names a process for good
 * @param page address of the page and the API, empty while it starts
 * @param brokers where Kafka is
 * @param search where Elasticsearch is
 * @param job REST address of the Flink cluster that runs the job, empty when it runs in the process
 */
public record RunningFile(
    long pid, long startedMillis, String page, String brokers, String search, String job) {

  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** Writes the note; readers see the old or the new one, never half. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("started", Long.toString(startedMillis));
    properties.setProperty("page", page);
    properties.setProperty("brokers", brokers);
    properties.setProperty("search", search);
    properties.setProperty("job", job);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      properties.store(out, "what runs here; written by Fundwatch");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What runs now: empty where nothing was noted, or the noted process is gone. */
  public static Optional<RunningFile> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    RunningFile note =
        new RunningFile(
            number(properties, "pid"),
            number(properties, "started"),
            properties.getProperty("page", ""),
            properties.getProperty("brokers", ""),
            properties.getProperty("search", ""),
            properties.getProperty("job", ""));
    return note.process().map(process -> note);
  }

  /** The process of the note, if it lives. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(
                        start ->
                            Duration.between(Instant.ofEpochMilli(startedMillis), start)
                                    .abs()
                                    .compareTo(TOLERANCE)
                                < 0)
                    .orElse(true));
  }

  /** The brokers to use: those set, else those that run here; empty where there are none. */
  public static String brokers(Settings settings) throws IOException {
    if (settings.has(Setting.KAFKA_SERVERS)) {
      return settings.get(Setting.KAFKA_SERVERS);
    }
    return read(settings.data().running()).map(RunningFile::brokers).orElse("");
  }

  private static long number(Properties properties, String key) {
    String text = properties.getProperty(key, "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}

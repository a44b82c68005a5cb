package org.fundwatch.standalone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where everything lies that a run leaves behind.
 *
 * @param root the folder
 */
public record DataFolder(Path root) {

  /** Logs of this process. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Topics of the broker that runs here. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** Indices of the search node that runs here. */
  public Path elasticsearch() {
    return root.resolve("elasticsearch");
  }

  /** Checkpoints and savepoints of the job that runs here. */
  public Path flink() {
    return root.resolve("flink");
  }

  /** How far each ingested file has come, and what was refused. */
  public Path ingest() {
    return root.resolve("ingest");
  }

  /** Files of cases. */
  public Path evidence() {
    return root.resolve("evidence");
  }

  /** The simulated month of the demo. */
  public Path demo() {
    return root.resolve("demo");
  }

  /** Secrets of this installation, readable by its owner alone. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** What runs, for other commands to find. */
  public Path running() {
    return root.resolve("running.properties");
  }

  /** Held while a run uses the folder. */
  public Path lock() {
    return root.resolve("fundwatch.lock");
  }

  /** Models that {@code train} made. */
  public Path models() {
    return root.resolve("models");
  }

  /**
   * Removes what a run left, but nothing that is not ours. The search node's folder stays: a server
   * that outlived a killed run is found by it, and its indices are removed through the server.
   */
  public void clear() throws IOException {
    for (Path part : new Path[] {kafka(), flink(), ingest(), evidence(), demo(), secrets()}) {
      delete(part);
    }
    Files.deleteIfExists(running());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}

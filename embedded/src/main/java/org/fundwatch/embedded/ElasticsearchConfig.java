package org.fundwatch.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@link ElasticsearchNode} needs to know.
 *
 * @param installDirectory the server is unpacked here once; nodes may share it
 * @param dataDirectory of this node alone: indices, logs, configuration
 * @param port for HTTP on 127.0.0.1; 0 takes a free one at each start
 * @param heapMegabytes heap of the server's JVM, 256 or more; the process takes half as much again
 * @param startTimeout until it answers with its indices available
 * @param settings Elasticsearch settings by their names; they win over the defaults
 * @param jvmOptions more options for the server's JVM, after the defaults
 */
public record ElasticsearchConfig(
    Path installDirectory,
    Path dataDirectory,
    int port,
    int heapMegabytes,
    Duration startTimeout,
    Map<String, String> settings,
    List<String> jvmOptions) {
  private static final int DEFAULT_HEAP_MEGABYTES = 512;
  private static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(3);

  public ElasticsearchConfig {
    requireNonNull(startTimeout, "startTimeout");
    installDirectory = installDirectory.toAbsolutePath().normalize();
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    settings = Map.copyOf(settings);
    jvmOptions = List.copyOf(jvmOptions);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "port: %d; allowed are 0 (any free one) to 65535".formatted(port));
    }
    if (heapMegabytes < 256) {
      throw new IllegalArgumentException(
          "heapMegabytes: %d; allowed are 256 or more".formatted(heapMegabytes));
    }
    if (installDirectory.equals(dataDirectory)) {
      throw new IllegalArgumentException(
          "dataDirectory: the same as installDirectory (%s); give two folders"
              .formatted(dataDirectory));
    }
  }

  /** A node with 512 MB of heap on any free port. */
  public static ElasticsearchConfig in(Path installDirectory, Path dataDirectory) {
    return new ElasticsearchConfig(
        installDirectory,
        dataDirectory,
        0,
        DEFAULT_HEAP_MEGABYTES,
        DEFAULT_START_TIMEOUT,
        Map.of(),
        List.of());
  }

  /** The same on a fixed port. */
  public ElasticsearchConfig withPort(int newPort) {
    return new ElasticsearchConfig(
        installDirectory,
        dataDirectory,
        newPort,
        heapMegabytes,
        startTimeout,
        settings,
        jvmOptions);
  }

  /** The same with another heap. */
  public ElasticsearchConfig withHeapMegabytes(int megabytes) {
    return new ElasticsearchConfig(
        installDirectory, dataDirectory, port, megabytes, startTimeout, settings, jvmOptions);
  }

  /** The same with more or less patience at the start. */
  public ElasticsearchConfig withStartTimeout(Duration timeout) {
    return new ElasticsearchConfig(
        installDirectory, dataDirectory, port, heapMegabytes, timeout, settings, jvmOptions);
  }

  /** The same with one more setting. */
  public ElasticsearchConfig withSetting(String name, String value) {
    var more = new HashMap<>(settings);
    more.put(name, value);
    return new ElasticsearchConfig(
        installDirectory, dataDirectory, port, heapMegabytes, startTimeout, more, jvmOptions);
  }

  /** The same with one more option for the server's JVM. */
  public ElasticsearchConfig withJvmOption(String option) {
    var more = new ArrayList<>(jvmOptions);
    more.add(option);
    return new ElasticsearchConfig(
        installDirectory, dataDirectory, port, heapMegabytes, startTimeout, settings, more);
  }
}

package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program with a node, in a JVM of its own that a test can kill. */
public final class NodeRunner {
  private static final String READY = "ready ";

  private NodeRunner() {}

  record Running(Process process, URI url) {}

  /** Starts the program and waits until its node answers. */
  static Running spawn(Path install, Path data) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                NodeRunner.class.getName(),
                install.toString(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    var output = new StringBuilder();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return new Running(process, URI.create(line.substring(READY.length())));
      }
      output.append(line).append('\n');
    }
    throw new IllegalStateException("node: did not start\n" + output);
  }

  public static void main(String[] args) throws InterruptedException {
    var config =
        ElasticsearchConfig.in(Path.of(args[0]), Path.of(args[1]))
            .withJvmOption("-XX:TieredStopAtLevel=1");
    System.out.println(READY + ElasticsearchNode.start(config).url());
    new CountDownLatch(1).await();
  }
}

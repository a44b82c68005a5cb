package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Waits until a new server answers and its indices are available. */
final class Readiness {
  private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");
  private static final int ATTEMPT_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 100;

  private final Process process;
  private final NodeFolder folder;
  private final ElasticsearchConfig config;

  Readiness(Process process, NodeFolder folder, ElasticsearchConfig config) {
    this.process = process;
    this.folder = folder;
    this.config = config;
  }

  /** The address of the server, or why there is none. */
  URI await() {
    long deadline = System.nanoTime() + config.startTimeout().toNanos();
    var status = "none";
    try {
      while (System.nanoTime() < deadline) {
        var url = url();
        if (url.isPresent()) {
          status = status(url.get());
          if ("green".equals(status) || "yellow".equals(status)) {
            return url.get();
          }
        }
        if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw failure("ended with code %d while starting".formatted(process.exitValue()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("Elasticsearch: interrupted while starting", e);
    }
    throw failure(
        "not ready within %d s, health is '%s', wanted is 'yellow' or 'green'"
            .formatted(config.startTimeout().toSeconds(), status));
  }

  private EmbeddedServerException failure(String found) {
    return new EmbeddedServerException(
        "%s (Elasticsearch): %s%s"
            .formatted(folder.root(), found, LogTail.of(folder.console(), folder.serverLog())));
  }

  private Optional<URI> url() {
    try (var lines = Files.lines(folder.ports(), UTF_8)) {
      return lines.findFirst().map(address -> URI.create("http://" + address.strip()));
    } catch (IOException e) {
      return Optional.empty(); // not written yet
    }
  }

  private static String status(URI url) {
    try {
      var health = url.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s").toURL();
      var connection = (HttpURLConnection) health.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(ATTEMPT_MILLIS);
      connection.setReadTimeout(ATTEMPT_MILLIS);
      // 408 comes with a body too: the status after the second.
      var in =
          connection.getResponseCode() < 400
              ? connection.getInputStream()
              : connection.getErrorStream();
      if (in == null) {
        return "none";
      }
      try (in) {
        var matcher = STATUS.matcher(new String(in.readAllBytes(), UTF_8));
        return matcher.find() ? matcher.group(1) : "none";
      }
    } catch (IOException e) {
      return "none";
    }
  }
}

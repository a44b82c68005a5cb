package org.fundwatch.benchmarks.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the API's list of alerts, those changed last first, as an inspector's page that renews
 * itself would; notes when it first sees each version of an alert. Other threads may ask it.
 */
final class SearchWatch implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 100;
  private static final int PAGE = 200;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Clock clock;
  private final Map<String, SortedMap<Integer, Long>> seen = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "watch");
  private volatile boolean stopped;
  private volatile @Nullable IOException failure;

  /** Watches from now on. */
  SearchWatch(URI api, String user, String password, Clock clock) {
    byte[] credentials = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
    this.request =
        HttpRequest.newBuilder(URI.create(api + "/api/v1/alerts?sort=CHANGED&size=" + PAGE))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .build();
    this.clock = clock;
    thread.start();
  }

  /**
   * Ends the watch.
   *
   * @return for each alert its versions and when each was first seen, epoch milliseconds
   * @throws IOException when the API did not answer as it should
   */
  Map<String, SortedMap<Integer, Long>> stop() throws IOException, InterruptedException {
    stopped = true;
    thread.join();
    IOException problem = failure;
    if (problem != null) {
      throw new IOException("alert API: " + problem.getMessage(), problem);
    }
    return Map.copyOf(seen);
  }

  @Override
  public void close() {
    stopped = true;
  }

  private void run() {
    try {
      while (!stopped) {
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    long now = clock.millis();
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + " for " + request.uri());
    }
    for (JsonNode alert : MAPPER.readTree(answer.body()).path("items")) {
      seen.computeIfAbsent(alert.path("id").asText(), id -> new ConcurrentSkipListMap<>())
          .putIfAbsent(alert.path("version").asInt(), now);
    }
  }
}

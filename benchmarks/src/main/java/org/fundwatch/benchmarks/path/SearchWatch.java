package org.fundwatch.benchmarks.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  private static final String LIST = "/api/v1/alerts?sort=CHANGED&closed=true";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI list;
  private final String authorization;
  private final Clock clock;
  private final Map<String, SortedMap<Integer, Long>> seen = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "watch");
  private volatile boolean stopped;
  private volatile @Nullable IOException failure;

  /** Watches from now on. */
  SearchWatch(URI api, String user, String password, Clock clock) {
    byte[] credentials = (user + ':' + password).getBytes(UTF_8);
    this.list = URI.create(api + LIST);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
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

  /**
   * One page, and further ones while all of a page is new: a burst fills more than one. What is
   * there when the watch begins is not looked through.
   */
  private void look() throws IOException, InterruptedException {
    URI page = list;
    boolean first = seen.isEmpty();
    boolean allNew = true;
    while (allNew) {
      JsonNode answer = get(page);
      long now = clock.millis();
      for (JsonNode alert : answer.path("items")) {
        allNew &= note(alert, now);
      }
      JsonNode cursor = answer.path("nextCursor");
      allNew &= cursor.isTextual() && !first;
      page = URI.create(list + "&cursor=" + URLEncoder.encode(cursor.asText(), UTF_8));
    }
  }

  private boolean note(JsonNode alert, long now) {
    return seen.computeIfAbsent(alert.path("id").asText(), id -> new ConcurrentSkipListMap<>())
            .putIfAbsent(alert.path("version").asInt(), now)
        == null;
  }

  private JsonNode get(URI page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page).header("Authorization", authorization).build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + " for " + LIST);
    }
    return MAPPER.readTree(answer.body());
  }
}

package org.fundwatch.alertapi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests of one user of the API.
 *
 * @param base of the service
 * @param user empty for nobody
 */
public record Http(URI base, String user) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final String KEY = "Idempotency-Key";
  private static final AtomicLong KEYS = new AtomicLong();
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** A creation without a key of its own gets a new one. */
  public Answer post(String path, String json, String... headers) {
    var request = json(path, headers);
    if (!List.of(headers).contains(KEY)) {
      request.header(KEY, "test-" + KEYS.incrementAndGet());
    }
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json, String... headers) {
    return send(json(path, headers).PUT(BodyPublishers.ofString(json)));
  }

  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
    if (!user.isEmpty()) {
      var credentials = (user + ":" + ServiceSettings.PASSWORD).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return request;
  }

  public byte[] download(String path) {
    return exchange(request(path).GET(), BodyHandlers.ofByteArray()).body();
  }

  public static Answer send(HttpRequest.Builder request) {
    var response = exchange(request, BodyHandlers.ofString(UTF_8));
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("ETag").orElse(""),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  /** The status alone; an answer that goes on for ever is left. */
  public static int status(HttpRequest.Builder request) {
    var response = exchange(request, BodyHandlers.ofInputStream());
    try {
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder json(String path, String... headers) {
    var request = request(path).header("Content-Type", "application/json");
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** What the service answered. */
  public record Answer(int status, String tag, String type, String text) {
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(text, e);
      }
    }
  }
}

package org.fundwatch.benchmarks.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Asks the API as one inspector or another. Thread-safe. */
final class DeskClient {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI page;

  DeskClient(URI page) {
    this.page = page;
  }

  /** A request to read. */
  HttpRequest get(int inspector, String path) {
    return request(inspector, path).GET().build();
  }

  /** A request to make something, JSON. */
  HttpRequest post(int inspector, String path, String key, String body) {
    return request(inspector, path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** Sends; the answer's body is read whole. */
  CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private HttpRequest.Builder request(int inspector, String path) {
    String credentials = DeskHouse.inspector(inspector) + ':' + DeskHouse.PASSWORD;
    return HttpRequest.newBuilder(page.resolve(path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }
}

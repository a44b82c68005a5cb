package org.fundwatch.standalone.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether the service behind the page can answer for alerts, and not only for itself. */
final class Readiness {

  private static final long LOOK_MILLIS = 50;

  private Readiness() {}

  /**
   * Waits until the service calls itself well: it has its indices and reaches broker and search
   * node.
   *
   * @return false when it does not within the patience
   */
  static boolean await(URI page, Duration patience) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve("/actuator/health")).timeout(patience).build();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return true;
        }
      } catch (IOException e) {
        // Not yet.
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return false;
  }
}

package org.fundwatch.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;

/**
 * Reads every alert as an inspector would: page by page, then each in full, with the person's token
 * and the doctor revealed, since alerts are compared to the last letter.
 */
final class ApiAlerts {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;

  ApiAlerts(URI api) {
    this.api = api;
  }

  List<Alert> all() throws IOException, InterruptedException {
    List<Alert> alerts = new ArrayList<>();
    for (String id : ids()) {
      JsonNode alert = reveal(id).path("alert");
      alerts.add(AlertJson.read(MAPPER.writeValueAsBytes(alert)));
    }
    return alerts;
  }

  private List<String> ids() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = send(request("?sort=CHANGED&closed=true&size=200" + cursor).GET());
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
      JsonNode next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), UTF_8) : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private JsonNode reveal(String id) throws IOException, InterruptedException {
    return send(
        request("/" + URLEncoder.encode(id, UTF_8) + "/reveal")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\":\"comparison with the batch run\"}")));
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(URI.create(api + "/api/v1/alerts" + rest))
        .header("Authorization", Watch.basic())
        .timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "alert API: status %d for %s".formatted(answer.statusCode(), request.uri()));
    }
    return MAPPER.readTree(answer.body());
  }
}

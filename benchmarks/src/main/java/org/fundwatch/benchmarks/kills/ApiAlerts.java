package org.fundwatch.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;

/** Reads every alert as an inspector would: page by page, then each in full. */
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
      JsonNode alert = get("/" + URLEncoder.encode(id, UTF_8)).path("alert");
      alerts.add(AlertJson.read(MAPPER.writeValueAsBytes(alert)));
    }
    return alerts;
  }

  private List<String> ids() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("?sort=CHANGED&size=200" + cursor);
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
      JsonNode next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), UTF_8) : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private JsonNode get(String rest) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/api/v1/alerts" + rest))
            .header("Authorization", Watch.basic())
            .timeout(PATIENCE)
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("alert API: status " + answer.statusCode() + " for " + rest);
    }
    return MAPPER.readTree(answer.body());
  }
}

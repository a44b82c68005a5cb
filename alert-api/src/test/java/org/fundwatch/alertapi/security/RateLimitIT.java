package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RateLimitIT {
  private static final int BURST = 5;

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .with("fundwatch.http.requests-per-second", "0.1")
          .with("fundwatch.http.burst", "" + BURST);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void user_askingTooOften_isToldWhenToComeBack_andOthersAreNot() throws Exception {
    for (int i = 0; i < BURST; i++) {
      assertThat(get("li").statusCode()).isEqualTo(404);
    }

    var refused = get("li");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    int wait = Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0"));
    assertThat(wait).isBetween(1, 10);
    assertThat(refused.body())
        .contains("requests: too many; at most 0.1 a second, try again in " + wait + " s");
    assertThat(get("lead").statusCode()).isEqualTo(404);
    assertThat(SERVICE.as("").get("/actuator/health").status()).isEqualTo(200);
  }

  private HttpResponse<String> get(String user) throws Exception {
    return client.send(
        SERVICE.as(user).request("/api/v1/rules/none-of-ours").GET().build(),
        BodyHandlers.ofString());
  }
}

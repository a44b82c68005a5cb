package org.fundwatch.alertapi.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doors that are none of ours; ours stand in endpoints.csv. */
final class AccessIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @ParameterizedTest
  @CsvSource({
    // path, method, nobody, inspector, lead, hotline, admin
    "/actuator/health, GET, 200, 200, 200, 200, 200",
    "/actuator/prometheus, GET, 401, 403, 403, 403, 200",
    "/actuator/env, GET, 401, 403, 403, 403, 404",
    "/v3/api-docs, GET, 401, 200, 200, 200, 200",
  })
  void door_everyRole_opensAsTheMatrixSays(
      String path, String method, int nobody, int inspector, int lead, int hotline, int admin) {
    assertThat(status("", method, path)).as("nobody").isEqualTo(nobody);
    assertThat(status("inspector", method, path)).as("inspector").isEqualTo(inspector);
    assertThat(status("lead", method, path)).as("lead").isEqualTo(lead);
    assertThat(status("hotline", method, path)).as("hotline").isEqualTo(hotline);
    assertThat(status("admin", method, path)).as("admin").isEqualTo(admin);
  }

  @Test
  void password_wrong_isRefusedAsAProblem() {
    var request =
        new Http(SERVICE.url(), "")
            .request("/api/v1/alerts")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("inspector:wrong".getBytes(UTF_8)));

    var answer = Http.send(request);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().at("/detail").asText())
        .isEqualTo("user name and password (HTTP basic): missing or wrong");
  }

  private static int status(String user, String method, String path) {
    var http = SERVICE.as(user);
    return switch (method) {
      case "POST" -> http.post(path, "{").status();
      case "PUT" -> http.put(path, "{").status();
      default -> http.get(path).status();
    };
  }
}

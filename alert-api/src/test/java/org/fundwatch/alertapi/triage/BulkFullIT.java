package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As many alerts at once as the API takes. */
final class BulkFullIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final int MOST = 10_000;
  private static final String BULK = "/api/v1/alerts/bulk";

  /** Browsers and proxies give up after a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> IDS = new ArrayList<>();
  private static final List<String> MEASURED = new ArrayList<>();

  @BeforeAll
  static void index() {
    for (int number = 0; number < MOST; number++) {
      var alert = SampleAlert.of(number);
      IDS.add(alert.id());
      SERVICE.send(alert.alert());
    }
    SERVICE.awaitIndexed();
    SERVICE.awaitTotal(MOST);
  }

  @AfterAll
  static void tell() throws IOException {
    Files.write(Path.of("target", "bulk-full.txt"), MEASURED);
  }

  @Test
  void tenThousand_decided_areAnsweredWithinAMinute_andAllKeepWhy() {
    var decision =
        """
        {"action":"DECIDE","query":{"institution":["%s"]},"disposition":"REASONABLE",
         "reason":"全部核对无误"}"""
            .formatted(SampleAlert.HOSPITAL.code());

    var decided = timed("decided", decision, "full-1");

    assertThat(decided.json().at("/counts").toString()).isEqualTo("{\"DONE\":10000}");
    assertThat(decided.json().at("/results").findValuesAsText("alertId"))
        .containsExactlyInAnyOrderElementsOf(IDS);
    // 500 expected, standard deviation 22.
    assertThat(decided.json().at("/rechecks").asInt()).isBetween(390, 610);
    var batch = decided.json().at("/id").asText();
    for (int number = 0; number < MOST; number += 997) {
      var alert = SERVICE.as("inspector").get("/api/v1/alerts/" + IDS.get(number)).json();
      assertThat(alert.at("/triage/reason").asText()).isEqualTo("全部核对无误");
      assertThat(alert.at("/triage/disposition").asText()).isEqualTo("REASONABLE");
      assertThat(alert.at("/triage/events/0/batch").asText()).isEqualTo(batch);
    }

    assertThat(timed("asked again", decision, "full-1")).isEqualTo(decided);

    // Named one by one, they are as many bytes as a request can have of them.
    var named = "{\"action\":\"COMMENT\",\"reason\":\"抽查\",\"ids\":[\"%s\"]}";
    var commented = timed("named", named.formatted(String.join("\",\"", IDS)), "full-2");
    assertThat(commented.json().at("/counts").toString()).isEqualTo("{\"DONE\":10000}");
  }

  private static Http.Answer timed(String what, String body, String key) {
    long began = System.nanoTime();
    var answer =
        Http.send(
            SERVICE
                .as("inspector")
                .request(BULK)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(what).isEqualTo(200);
    MEASURED.add(
        "%d alerts %s: %d ms, %d characters asked, %d answered"
            .formatted(
                MOST,
                what,
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                body.length(),
                answer.text().length()));
    return answer;
  }
}

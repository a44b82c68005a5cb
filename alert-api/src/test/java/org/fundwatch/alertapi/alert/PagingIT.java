package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forty alerts to begin with. */
final class PagingIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static Http http;

  @BeforeAll
  static void index() {
    http = SERVICE.as("inspector");
    for (int number = 0; number < 40; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(number * 1_000L).alert());
    }
    SERVICE.awaitTotal(40);
  }

  @Test
  void pages_whileOthersAreIndexed_repeatAndHideNothing() {
    var seen = new ArrayList<String>();
    var next = "";
    int number = 100;
    do {
      var page = http.get("/api/v1/alerts?sort=AMOUNT&size=7" + next).json();
      page.at("/items").forEach(item -> seen.add(item.at("/id").asText()));
      // New ones at the top, and a changed place for one that was not shown yet.
      SERVICE.send(SampleAlert.of(number++).amountFen(99_000_000).from(SampleAlert.MAY_1).alert());
      SERVICE.send(
          SampleAlert.of(1).version(number).amountFen(99_999_000).from(SampleAlert.MAY_1).alert());
      SERVICE.awaitIndexed();
      next = page.at("/nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor").asText();
    } while (!next.isEmpty());

    assertThat(seen).hasSize(40);
    assertThat(new HashSet<>(seen)).hasSize(40);
  }

  @Test
  void cursor_alteredOrForeign_isRefused() {
    var cursor = http.get("/api/v1/alerts?size=1").json().at("/nextCursor").asText();

    assertThat(http.get("/api/v1/alerts?size=1&cursor=" + cursor).status()).isEqualTo(200);
    var foreign = http.get("/api/v1/alerts?size=1&outcome=VIOLATION&cursor=" + cursor);
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.json().at("/detail").asText()).contains("made for other filters");
    assertThat(http.get("/api/v1/alerts?cursor=abc").status()).isEqualTo(400);
    assertThat(http.get("/api/v1/alerts?cursor=" + altered(cursor, "\"after\":\\[", "$0\"x\",")))
        .extracting(Http.Answer::status)
        .isEqualTo(400);
    assertThat(http.get("/api/v1/alerts?cursor=" + altered(cursor, "\"pit\":\"", "$0AAAA")))
        .extracting(Http.Answer::status)
        .isEqualTo(400);
  }

  private static String altered(String cursor, String pattern, String replacement) {
    var json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    var other = json.replaceFirst(pattern, replacement);
    assertThat(other).isNotEqualTo(json);
    return Base64.getUrlEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
  }
}

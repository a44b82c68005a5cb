package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Regions lent to a flying team. */
final class GrantIT {
  private static final String ABROAD = SampleAlert.of(2).id();
  private static final long HOUR = 3_600_000;

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("ning", "inspector", "3201")
          .withUser("ping", "inspector", "3201")
          .withUser("qing", "inspector", "3201")
          .withUser("lead-32", "lead", "32")
          .withUser("lead-33", "lead", "33");

  @BeforeAll
  static void index() {
    SERVICE.send(SampleAlert.of(2).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitTotal(1);
  }

  @Test
  void region_lent_isSeenUntilItsEnd() {
    assertThat(get("ning").status()).isEqualTo(404);

    var lent = lend("lead-32", "ning", "3202", now() + 3_000, "飞行检查", "k-1");

    assertThat(lent.status()).as(lent.text()).isEqualTo(201);
    assertThat(lent.tag()).isEqualTo("\"1\"");
    assertThat(get("ning").status()).isEqualTo(200);
    assertThat(SERVICE.as("ning").get("/api/v1/alerts").json().at("/total").asInt()).isEqualTo(1);
    assertThat(SERVICE.as("ning").get("/api/v1/me").json().at("/grants/0/region").asText())
        .isEqualTo("3202");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(get("ning").status()).isEqualTo(404));
    assertThat(SERVICE.as("ning").get("/api/v1/me").json().at("/grants")).isEmpty();
  }

  @Test
  void region_lentTwiceWithTheSameKey_isLentOnce_andEndedByHand() {
    long until = now() + HOUR;
    assertThat(lend("admin", "ping", "320203", until, "核查", "k-2").status()).isEqualTo(201);
    var again = lend("admin", "ping", "320203", until, "核查", "k-2");
    assertThat(again.json()).hasSize(1);
    assertThat(get("ping").status()).isEqualTo(200);

    var path = "/api/v1/users/ping/grants/1/end";
    assertThat(
            SERVICE.as("lead-32").post(path, "{\"reason\":\"结束\"}", "If-Match", "\"9\"").status())
        .isEqualTo(412);
    assertThat(
            SERVICE.as("lead-33").post(path, "{\"reason\":\"结束\"}", "If-Match", "\"1\"").status())
        .as("a grant outside of their region is unknown to them")
        .isEqualTo(404);
    var ended = SERVICE.as("lead-32").post(path, "{\"reason\":\"结束\"}", "If-Match", "\"1\"");

    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(get("ping").status()).isEqualTo(404);
    assertThat(
            SERVICE
                .as("lead-32")
                .post(path, "{\"reason\":\"再\"}", "If-Match", "\"2\"")
                .json()
                .at("/detail")
                .asText())
        .isEqualTo("grant 1: over");
  }

  @Test
  void region_lentByWhoMayNot_isRefused() {
    long until = now() + HOUR;
    assertThat(detail(lend("lead-33", "qing", "3202", until, "x", "k-3")))
        .isEqualTo("a lead lends regions of their own; ask one of above");
    assertThat(detail(lend("lead-32", "qing", "*", until, "x", "k-3")))
        .isEqualTo("a lead lends regions of their own; ask one of above");
    assertThat(detail(lend("lead-32", "lead-32", "3202", until, "x", "k-3")))
        .isEqualTo("nobody lends to themselves; somebody else has to");
    assertThat(detail(lend("admin", "nobody", "3202", until, "x", "k-3")))
        .isEqualTo("user 'nobody': unknown");
    assertThat(lend("ning", "qing", "3202", until, "x", "k-3").status()).isEqualTo(403);
    assertThat(lend("admin", "qing", "3202", now() - 1, "x", "k-3").status()).isEqualTo(400);
    assertThat(lend("admin", "qing", "3202", now() + 91 * 24 * HOUR, "x", "k-3").status())
        .isEqualTo(400);
    assertThat(lend("admin", "qing", "32020", until, "x", "k-3").status()).isEqualTo(400);
    assertThat(get("qing").status()).isEqualTo(404);

    // What was lent is not lent on.
    assertThat(lend("lead-32", "lead-33", "3202", until, "x", "k-4").status()).isEqualTo(201);
    assertThat(lend("lead-33", "qing", "3202", until, "x", "k-5").status()).isEqualTo(403);
  }

  private static Http.Answer lend(
      String by, String to, String region, long until, String reason, String key) {
    return SERVICE
        .as(by)
        .post(
            "/api/v1/users/" + to + "/grants",
            "{\"region\":\"%s\",\"until\":%d,\"reason\":\"%s\"}".formatted(region, until, reason),
            "Idempotency-Key",
            key);
  }

  private static Http.Answer get(String user) {
    return SERVICE.as(user).get("/api/v1/alerts/" + ABROAD);
  }

  private static String detail(Http.Answer answer) {
    return answer.json().at("/detail").asText();
  }

  private static long now() {
    return Clock.systemUTC().millis();
  }
}

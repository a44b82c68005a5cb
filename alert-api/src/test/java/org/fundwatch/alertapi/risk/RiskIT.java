package org.fundwatch.alertapi.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.settlement.Institution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten hospitals, the first with one alert of 10,000 yuan, the tenth with ten. */
final class RiskIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().withUser("county", "inspector", "320104");

  private static final String PATH = "/api/v1/risk/institutions?region=";

  @BeforeAll
  static void index() {
    for (int hospital = 1; hospital <= 10; hospital++) {
      var place =
          new Institution(
              "H320100001%02d".formatted(hospital),
              "第%d医院".formatted(hospital),
              "3",
              hospital == 3 ? "320104" : "320102");
      for (int number = 0; number < hospital; number++) {
        SERVICE.send(
            SampleAlert.of(hospital * 100 + number)
                .institution(place)
                .amountFen(1_000_000)
                .confidence(0.8)
                .alert());
      }
    }
    SERVICE.send(SampleAlert.of(1).institution(SampleAlert.PHARMACY).alert());
    SERVICE.awaitTotal(56);
    decide(1_000, "confirm", "VIOLATION_38");
    decide(1_001, "dismiss", "REASONABLE");
    SERVICE.awaitIndexed();
  }

  private static void decide(int number, String what, String disposition) {
    var answer =
        SERVICE
            .as("inspector")
            .post(
                "/api/v1/alerts/" + SampleAlert.of(number).id() + "/" + what,
                "{\"disposition\":\"%s\",\"reason\":\"一\"}".formatted(disposition),
                "If-Match",
                "\"1-0\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void list_ofACity_ranksByRiskAndShowsWhy() {
    var page = SERVICE.as("inspector").get(PATH + "3201").json();

    assertThat(page.at("/ranked").asInt()).isEqualTo(10);
    assertThat(page.at("/formula").asText())
        .isEqualTo("sum over the factors of weight x min(1, value / full)");
    // Nine undecided alerts of a million fen at 0.8: 35 x 7.2 / 50.
    var first = page.at("/items/0");
    assertThat(first.at("/code").asText()).isEqualTo("H32010000109");
    assertThat(first.at("/name").asText()).isEqualTo("第9医院");
    assertThat(value(first, "SUSPECTED")).isEqualTo(7_200_000);
    assertThat(first.at("/score").asText()).isEqualTo("5.04");
    // Eight, one confirmed, one dismissed: 35 x 6.4 / 50 + 25 x 1 / 50.
    var second = page.at("/items/1");
    assertThat(second.at("/code").asText()).isEqualTo("H32010000110");
    assertThat(value(second, "SUSPECTED")).isEqualTo(6_400_000);
    assertThat(value(second, "CONFIRMED")).isEqualTo(1_000_000);
    assertThat(second.at("/score").asText()).isEqualTo("4.98");
  }

  @Test
  void list_pageByPage_showsEachOnce() {
    var inspector = SERVICE.as("inspector");
    var codes = new ArrayList<String>();
    var page = inspector.get(PATH + "32&size=3").json();
    codes.addAll(page.at("/items").findValuesAsText("code"));
    while (page.at("/nextCursor").isTextual()) {
      page = inspector.get(PATH + "32&size=3&cursor=" + page.at("/nextCursor").asText()).json();
      codes.addAll(page.at("/items").findValuesAsText("code"));
    }

    assertThat(codes).hasSize(11).doesNotHaveDuplicates();
    assertThat(inspector.get(PATH + "32&cursor=x").status()).isEqualTo(400);
  }

  @Test
  void points_ofDoctors_raiseTheRiskOfTheirInstitution() {
    var inspector = SERVICE.as("inspector");
    var before = of(inspector, "H32010000101");
    var points =
        inspector.post(
            "/api/v1/points",
            """
            {"doctor":"D320100000031","institution":"H32010000101","region":"320102",
             "ground":"impersonation","points":9,"responsibility":"MAIN","day":"%s","text":"一"}"""
                .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai"))),
            "Idempotency-Key",
            "p");
    var mark = "/api/v1/points/" + points.json().at("/mark/id").asText();
    SERVICE
        .as("lead")
        .post(mark + "/decision", "{\"granted\":true,\"reason\":\"属实\"}", "If-Match", "\"1\"");

    var after = of(inspector, "H32010000101");
    assertThat(value(before, "POINTS")).isZero();
    assertThat(value(after, "POINTS")).isEqualTo(9);
    assertThat(after.at("/score").asDouble())
        .isEqualTo(before.at("/score").asDouble() + 3.75, within(1e-9));
  }

  @Test
  void list_ofAnotherRegion_isEmpty() {
    var county = SERVICE.as("county");

    assertThat(county.get(PATH + "3201").json().at("/items").findValuesAsText("code"))
        .isEqualTo(List.of("H32010000103"));
    assertThat(county.get(PATH + "3202").json().at("/items")).isEmpty();
    assertThat(county.get("/api/v1/risk/institutions").status()).isEqualTo(400);
  }

  private static JsonNode of(Http http, String code) {
    for (var risk : http.get(PATH + "3201&size=200").json().at("/items")) {
      if (risk.at("/code").asText().equals(code)) {
        return risk;
      }
    }
    throw new AssertionError(code);
  }

  private static long value(JsonNode risk, String factor) {
    for (var share : risk.at("/shares")) {
      if (share.at("/factor").asText().equals(factor)) {
        return share.at("/value").asLong();
      }
    }
    throw new AssertionError(factor);
  }
}

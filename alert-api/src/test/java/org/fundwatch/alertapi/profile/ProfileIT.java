package org.fundwatch.alertapi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.ClosedCase;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.settlement.Institution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Six alerts of the hospital, of which one is confirmed, one dismissed, one withdrawn, two in a
 * case; two of another hospital of the city, one of a pharmacy of another.
 */
final class ProfileIT {
  private static final Institution OTHER =
      new Institution("H32010000003", "宁河市第三医院", "3", "320104");
  private static final String DOCTOR = "D320100000011";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("county", "inspector", "320102")
          .withUser("city", "inspector", "3201");

  @BeforeAll
  static void work() {
    for (int number = 0; number < 5; number++) {
      SERVICE.send(SampleAlert.of(number).ruleAlone().amountFen(100_000).alert());
    }
    SERVICE.send(
        SampleAlert.of(5)
            .amountFen(200_000)
            .from(SampleAlert.MAY_1 + 40 * SampleAlert.DAY)
            .alert());
    for (int number = 10; number < 12; number++) {
      SERVICE.send(
          SampleAlert.of(number)
              .institution(OTHER)
              .doctor("D320100000099")
              .amountFen(900_000)
              .alert());
    }
    SERVICE.send(SampleAlert.of(20).institution(SampleAlert.PHARMACY).doctor("").alert());
    SERVICE.awaitTotal(9);
    decide(0, "confirm", "VIOLATION_38");
    decide(1, "dismiss", "REASONABLE");
    SERVICE.send(SampleAlert.of(2).ruleAlone().version(2).withdrawn().alert());
    SERVICE.awaitTag(SampleAlert.of(2).id(), "\"2-0\"");
    ClosedCase.of(SERVICE, "VIOLATION_38", 80_000, 3, 4);
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
  void institution_findings_tellSuspectedFromConfirmed() {
    var profile = profile("institutions/H32010000001");

    assertThat(profile.at("/name").asText()).isEqualTo("宁河市第一医院");
    assertThat(profile.at("/findings/withdrawn").asInt()).isEqualTo(1);
    assertSplit(profile.at("/findings/all"), 3, 400_000, 1, 100_000, 1);
    assertThat(profile.at("/findings/months").findValuesAsText("month"))
        .containsExactly("2026-05", "2026-06");
    assertSplit(profile.at("/findings/months/0/alerts"), 2, 200_000, 1, 100_000, 1);
    assertSplit(profile.at("/findings/months/1/alerts"), 1, 200_000, 0, 0, 0);
    assertThat(profile.at("/findings/months/1/rules").findValuesAsText("rule"))
        .containsExactlyInAnyOrder("IP01-split-admission", "ML02-unusual-stay");
    assertThat(profile.at("/findings/rules/0/nameZh").asText()).isEqualTo("分解住院");
  }

  @Test
  void institution_moneyAndCases_areThoseOfTheLedgers() {
    var profile = profile("institutions/H32010000001");

    assertThat(profile.at("/money/verifiedFen").asLong()).isEqualTo(80_000);
    assertThat(profile.at("/money/recoveredFen").asLong()).isEqualTo(80_000);
    assertThat(profile.at("/money/fineFen").asLong()).isZero();
    assertThat(profile.at("/cases")).hasSize(1);
    assertThat(profile.at("/cases/0/state").asText()).isEqualTo("CLOSED");
    assertThat(profile.at("/cases/0/outcome").asText()).isEqualTo("VIOLATION_38");
    assertThat(profile.at("/cases/0/suspectedFen").asLong()).isEqualTo(200_000);
    assertThat(profile.at("/credit/score").asInt()).isEqualTo(100);
  }

  @Test
  void institution_peers_areThoseOfItsCityLevelAndKind() {
    var peers = profile("institutions/H32010000001").at("/peers");

    assertThat(peers.at("/size").asInt()).isEqualTo(2);
    assertThat(peers.at("/group").asText())
        .isEqualTo(
            "institutions of city '3201' and level '3' whose code begins with H (H hospitals,"
                + " P pharmacies), with alerts");
    // Four alerts of 500,000 fen against two of 1,800,000: what was dismissed is left out.
    assertThat(peers.at("/measures/0/place").asInt()).isEqualTo(1);
    assertThat(peers.at("/measures/0/value").asInt()).isEqualTo(4);
    assertThat(peers.at("/measures/1/place").asInt()).isEqualTo(2);
    assertThat(peers.at("/measures/1/value").asInt()).isEqualTo(500_000);
    assertThat(peers.at("/measures/1/highest").asInt()).isEqualTo(1_800_000);
    assertThat(peers.at("/measures/2/value").asInt()).isEqualTo(125_000);
  }

  @Test
  void doctor_points_standBesideFindings() {
    var day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    var points =
        SERVICE
            .as("inspector")
            .post(
                "/api/v1/points",
                """
                {"doctor":"%s","institution":"H32010000001","region":"320102","ground":"general",
                 "points":2,"responsibility":"MAIN","day":"%s","text":"一"}"""
                    .formatted(DOCTOR, day),
                "Idempotency-Key",
                "p");
    var mark = "/api/v1/points/" + points.json().at("/mark/id").asText();
    assertThat(profile("doctors/" + DOCTOR).at("/points/total").asInt()).isZero();
    SERVICE
        .as("lead")
        .post(mark + "/decision", "{\"granted\":true,\"reason\":\"属实\"}", "If-Match", "\"1\"");

    var profile = profile("doctors/" + DOCTOR);
    assertThat(profile.at("/points/total").asInt()).isEqualTo(2);
    assertThat(profile.at("/institutions/0").asText()).isEqualTo("H32010000001");
    assertSplit(profile.at("/findings/all"), 3, 400_000, 1, 100_000, 1);
    assertThat(profile.at("/cases")).hasSize(1);
    assertThat(profile("institutions/H32010000001").at("/points").asInt()).isEqualTo(2);
    await()
        .untilAsserted(
            () ->
                assertThat(SERVICE.as("auditor").get("/api/v1/audit?size=200").text())
                    .contains("profile of doctor D***11"));
  }

  @Test
  void profile_ofAnotherRegion_isUnknown() {
    var county = SERVICE.as("county");
    var foreign = county.get("/api/v1/institutions/H32010000003/profile");
    var unknown = county.get("/api/v1/institutions/H00000000000/profile");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text().replace("H32010000003", "H00000000000")).isEqualTo(unknown.text());
    assertThat(county.get("/api/v1/doctors/D320100000099/profile").status()).isEqualTo(404);
    assertThat(SERVICE.as("city").get("/api/v1/institutions/H32010000003/profile").status())
        .isEqualTo(200);
    // PeerPlace are counted among what is theirs to see.
    assertThat(
            county
                .get("/api/v1/institutions/H32010000001/profile")
                .json()
                .at("/peers/size")
                .asInt())
        .isEqualTo(1);
    assertThat(county.get("/api/v1/institutions/x%20y/profile").status()).isEqualTo(400);
  }

  private static JsonNode profile(String of) {
    var answer = SERVICE.as("inspector").get("/api/v1/" + of + "/profile");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void assertSplit(
      JsonNode split, int suspected, long suspectedFen, int confirmed, long fen, int dismissed) {
    assertThat(split.at("/suspected/alerts").asInt()).isEqualTo(suspected);
    assertThat(split.at("/suspected/amountFen").asLong()).isEqualTo(suspectedFen);
    assertThat(split.at("/confirmed/alerts").asInt()).isEqualTo(confirmed);
    assertThat(split.at("/confirmed/amountFen").asLong()).isEqualTo(fen);
    assertThat(split.at("/dismissed/alerts").asInt()).isEqualTo(dismissed);
  }
}

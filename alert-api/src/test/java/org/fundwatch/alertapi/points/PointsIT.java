package org.fundwatch.alertapi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PointsIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().withUser("city", "lead,auditor", "3202");

  private static final String PATH = "/api/v1/points";
  private static final String GRANT = "{\"granted\":true,\"reason\":\"属实\"}";
  private static final String DENY = "{\"granted\":false,\"reason\":\"不属实\"}";
  private static final String OBJECTION =
      "{\"party\":\"HOLDER\",\"text\":\"病情需要\",\"evidence\":[\"病历 3 页\"]}";

  private static Http inspector;
  private static Http lead;
  private static Http zhao;

  @BeforeAll
  static void people() {
    inspector = SERVICE.as("inspector");
    lead = SERVICE.as("lead");
    zhao = SERVICE.as("zhao");
  }

  @Test
  void points_proposedAndApproved_countAndLeadToASuspension() {
    var first = proposed("a1", "D320100000021", "impersonation", 8);
    assertThat(account("D320100000021").at("/total").asInt()).isZero();
    assertThat(account("D320100000021").at("/proposed")).hasSize(1);
    done(lead.post(first + "/decision", GRANT, "If-Match", "\"1\""));
    assertThat(account("D320100000021").at("/reached")).isEmpty();
    assertThat(suspension("D320100000021", 3, "m0").status()).isEqualTo(400);

    var second = proposed("a2", "D320100000021", "general", 2);
    done(lead.post(second + "/decision", GRANT, "If-Match", "\"1\""));

    var account = account("D320100000021");
    assertThat(account.at("/total").asInt()).isEqualTo(10);
    assertThat(account.at("/reached/0/consequence/key").asText()).isEqualTo("suspend");
    assertThat(account.at("/reached/0/consequence/validity/provenance").asText())
        .isEqualTo("PROPOSAL");

    var measure = suspension("D320100000021", 3, "m1");
    assertThat(measure.status()).as(measure.text()).isEqualTo(201);
    var path = "/api/v1/measures/" + measure.json().at("/mark/id").asText();
    assertThat(inspector.post(path + "/decision", GRANT, "If-Match", "\"1\"").status())
        .isEqualTo(403);
    done(lead.post(path + "/decision", GRANT, "If-Match", "\"1\""));
    assertThat(account("D320100000021").at("/inForce/0/until").asText())
        .isEqualTo(today().plusMonths(3).minusDays(1).toString());

    // Restored before its end.
    done(
        inspector.post(
            path + "/repair",
            "{\"amount\":1,\"text\":\"已整改\",\"evidence\":[\"培训证明\"]}",
            "If-Match",
            "\"2\""));
    done(lead.post(path + "/repair/decision", GRANT, "If-Match", "\"3\""));
    assertThat(account("D320100000021").at("/inForce")).isEmpty();
  }

  @Test
  void points_byWhoProposedThem_areNotApproved() {
    var mark = proposed(lead, "b1", "D320100000022", "general", 1);

    var own = lead.post(mark + "/decision", GRANT, "If-Match", "\"1\"");

    assertThat(own.status()).isEqualTo(403);
    assertThat(own.json().at("/detail").asText())
        .isEqualTo("nobody approves their own; somebody else has to");
    done(zhao.post(mark + "/decision", DENY, "If-Match", "\"1\""));
    assertThat(account("D320100000022").at("/ended/0/state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void objection_accepted_withdrawsThePoints() {
    var mark = proposed("c1", "D320100000023", "general", 3);
    done(lead.post(mark + "/decision", GRANT, "If-Match", "\"1\""));
    var until = inspector.get(mark).json().at("/objectionUntil").asText();
    assertThat(LocalDate.parse(until)).isBetween(today().plusDays(12), today().plusDays(25));
    done(inspector.post(mark + "/objection", OBJECTION, "If-Match", "\"2\""));
    assertThat(account("D320100000023").at("/total").asInt()).isEqualTo(3);

    assertThat(lead.post(mark + "/objection/decision", GRANT, "If-Match", "\"3\"").status())
        .as("who approved the points")
        .isEqualTo(403);
    done(
        SERVICE
            .as("legal-reviewer")
            .post(mark + "/objection/decision", GRANT, "If-Match", "\"3\""));

    assertThat(account("D320100000023").at("/total").asInt()).isZero();
    var steps = inspector.get(mark).json().at("/mark/steps");
    assertThat(steps.findValuesAsText("act"))
        .containsExactly("PROPOSE", "APPROVE", "OBJECT", "ACCEPT_OBJECTION");
    assertThat(zhao.post(mark + "/objection", OBJECTION, "If-Match", "\"4\"").status())
        .isEqualTo(409);
  }

  @Test
  void repair_ofMoreThanFourPointsOfAYear_isRefused() {
    var mark = proposed("d1", "D320100000024", "impersonation", 9);
    done(lead.post(mark + "/decision", GRANT, "If-Match", "\"1\""));
    var five = "{\"amount\":5,\"text\":\"已整改\",\"evidence\":[\"证明\"]}";

    var refused = inspector.post(mark + "/repair", five, "If-Match", "\"2\"");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/faults/0/allowed").asText())
        .isEqualTo("4 points of a year at most");

    done(inspector.post(mark + "/repair", five.replace('5', '4'), "If-Match", "\"2\""));
    done(lead.post(mark + "/repair/decision", GRANT, "If-Match", "\"3\""));
    assertThat(account("D320100000024").at("/total").asInt()).isEqualTo(5);
    assertThat(account("D320100000024").at("/repaired").asInt()).isEqualTo(4);
    assertThat(
            inspector.post(mark + "/repair", five.replace('5', '1'), "If-Match", "\"4\"").status())
        .isEqualTo(400);
  }

  @Test
  void change_onAnOutdatedState_isToldWhatHappened() {
    var mark = proposed("e1", "D320100000025", "general", 1);
    done(lead.post(mark + "/decision", GRANT, "If-Match", "\"1\""));

    var late = zhao.post(mark + "/decision", DENY, "If-Match", "\"1\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/currentETag").asText()).isEqualTo("\"2\"");
    assertThat(late.json().at("/changes/0/act").asText()).isEqualTo("APPROVE");
    assertThat(zhao.post(mark + "/decision", DENY).status()).isEqualTo(428);
  }

  @Test
  void proposal_repeatedWithItsKey_isOneMark() {
    var first = propose(inspector, "f1", "D320100000026", "general", 1);
    var again = propose(inspector, "f1", "D320100000026", "general", 1);
    var other = propose(inspector, "f1", "D320100000026", "general", 2);

    assertThat(again.json().at("/mark/id")).isEqualTo(first.json().at("/mark/id"));
    assertThat(other.status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "general~ 4~ points~ 1 to 3",
        "general~ 0~ points~ 1 to 3",
        "penalty-38~ 5~ caseId~ the id of a case",
        "nothing~ 1~ ground~ 'general, penalty-38, penalty-39, impersonation, repeated, fraud-40, licence-revoked'",
      })
  void proposal_wrong_isNamed(String ground, int points, String field, String allowed) {
    var answer = propose(inspector, "g" + ground + points, "D320100000027", ground, points);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
  }

  @Test
  void points_ofAnotherRegion_areUnknown() {
    var mark = proposed("h1", "D320100000028", "general", 1);
    var city = SERVICE.as("city");

    var foreign = city.get(mark);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(city.post(mark + "/decision", GRANT, "If-Match", "\"1\"").status()).isEqualTo(404);
    assertThat(city.get(PATH + "?holder=D320100000028").json().at("/items")).isEmpty();
    assertThat(city.get("/api/v1/doctors/D320100000028/points").json().at("/proposed")).isEmpty();
    assertThat(
            propose(city, "h2", "D320100000028", "general", 1)
                .json()
                .at("/faults/0/field")
                .asText())
        .isEqualTo("region");
  }

  @Test
  void list_masksDoctors_andLooksAreWrittenDown() {
    var mark = proposed("i1", "D320100000029", "general", 1);

    var listed = inspector.get(PATH + "?holder=D320100000029&state=PROPOSED").json().at("/items");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/content/doctor").asText()).isEqualTo("D***29");
    assertThat(inspector.get(mark).json().at("/mark/content/doctor").asText())
        .isEqualTo("D320100000029");
    await()
        .untilAsserted(
            () ->
                assertThat(SERVICE.as("auditor").get("/api/v1/audit?size=200").text())
                    .contains("mark/points-"));
  }

  private static String proposed(String key, String doctor, String ground, int points) {
    return proposed(inspector, key, doctor, ground, points);
  }

  private static String proposed(Http by, String key, String doctor, String ground, int points) {
    var answer = propose(by, key, doctor, ground, points);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return PATH + "/" + answer.json().at("/mark/id").asText();
  }

  private static Http.Answer propose(
      Http by, String key, String doctor, String ground, int points) {
    return by.post(PATH, body(doctor, ground, points), "Idempotency-Key", key);
  }

  private static String body(String doctor, String ground, int points) {
    return """
        {"doctor":"%s","institution":"H32010000001","region":"320102","ground":"%s","points":%d,
         "responsibility":"MAIN","day":"%s","text":"经核查属实"}"""
        .formatted(doctor, ground, points, today());
  }

  private static Http.Answer suspension(String doctor, int months, String key) {
    return inspector.post(
        "/api/v1/measures",
        """
        {"doctor":"%s","institution":"H32010000001","region":"320102","measure":"suspend",
         "year":%d,"day":"%s","months":%d,"text":"累计记分"}"""
            .formatted(doctor, today().getYear(), today(), months),
        "Idempotency-Key",
        key);
  }

  private static JsonNode account(String doctor) {
    return lead.get("/api/v1/doctors/" + doctor + "/points").json();
  }

  private static void done(Http.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}

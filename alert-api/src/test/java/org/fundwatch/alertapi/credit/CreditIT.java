package org.fundwatch.alertapi.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fundwatch.alertapi.testing.ClosedCase;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CreditIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final String PATH = "/api/v1/credits";
  private static final String GRANT = "{\"granted\":true,\"reason\":\"属实\"}";
  private static final String REPAIR = "{\"amount\":15,\"text\":\"已整改\",\"evidence\":[\"整改报告\"]}";

  private static Http inspector;
  private static Http lead;

  @BeforeAll
  static void index() {
    inspector = SERVICE.as("inspector");
    lead = SERVICE.as("lead");
    for (int number = 0; number < 4; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_000_000).alert());
    }
    SERVICE.awaitIndexed();
  }

  @Test
  void entry_fromAClosedCase_takesItsOutcomeAndIsRepaired() {
    var id = ClosedCase.of(SERVICE, "VIOLATION_38", 800_000, 0, 1);
    var day = today().minusMonths(7);
    var proposed = propose("a1", "H32010000001", day, "\"caseId\":\"%s\"".formatted(id));
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    assertThat(proposed.json().at("/mark/content/ground").asText()).isEqualTo("violation-38");
    assertThat(report("H32010000001").at("/score").asInt()).isEqualTo(100);
    var path = PATH + "/" + proposed.json().at("/mark/id").asText();
    done(lead.post(path + "/decision", GRANT, "If-Match", "\"1\""));

    var report = report("H32010000001");
    assertThat(report.at("/score").asInt()).isEqualTo(85);
    assertThat(report.at("/grade/key").asText()).isEqualTo("B");
    assertThat(report.at("/grade/validity/provenance").asText()).isEqualTo("PROPOSAL");
    assertThat(report.at("/counted/0/content/until").asText())
        .isEqualTo(day.plusMonths(24).minusDays(1).toString());

    done(inspector.post(path + "/repair", REPAIR, "If-Match", "\"2\""));
    done(lead.post(path + "/repair/decision", GRANT, "If-Match", "\"3\""));
    assertThat(report("H32010000001").at("/score").asInt()).isEqualTo(100);
    assertThat(report("H32010000001").at("/ended/0/state").asText()).isEqualTo("REPAIRED");
  }

  @Test
  void entry_fromAnOpenCase_isRefused() {
    var opened =
        inspector.post(
            "/api/v1/cases",
            "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(2).id()));
    var id = opened.json().at("/file/id").asText();

    var none = propose("b1", "H32010000009", today(), "\"caseId\":\"%s\"".formatted(id));
    assertThat(none.json().at("/faults/0/field").asText()).isEqualTo("ground");
    var named =
        propose(
            "b2", "H32010000009", today(), "\"ground\":\"other\",\"caseId\":\"%s\"".formatted(id));
    assertThat(named.status()).isEqualTo(400);
    assertThat(named.json().at("/faults/0/allowed").asText()).isEqualTo("the id of a closed case");
  }

  @Test
  void entry_byHand_needsEvidenceAndTimeBeforeRepair() {
    assertThat(
            propose("c1", "H32010000010", today(), "\"ground\":\"refusal\"")
                .json()
                .at("/faults/0/field")
                .asText())
        .isEqualTo("evidence");

    var proposed = propose("c2", "H32010000010", today(), "\"ground\":\"refusal\"", "\"现场笔录 2 号\"");
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    var path = PATH + "/" + proposed.json().at("/mark/id").asText();
    done(lead.post(path + "/decision", GRANT, "If-Match", "\"1\""));
    assertThat(report("H32010000010").at("/grade/key").asText()).isEqualTo("B");
    var early = inspector.post(path + "/repair", REPAIR.replace("15", "20"), "If-Match", "\"2\"");
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.json().at("/faults/0/allowed").asText())
        .isEqualTo("nothing before " + today().plusMonths(6));
    var part = inspector.post(path + "/repair", REPAIR, "If-Match", "\"2\"");
    assertThat(part.text()).contains("20: it is repaired whole");
  }

  @Test
  void record_ofAnotherRegion_isEmptyLikeTheUnknown() {
    var proposed = propose("d1", "H32010000011", today(), "\"ground\":\"other\"", "\"文 1\"").json();
    var wuxi = SERVICE.as("wuxi");

    assertThat(wuxi.get(PATH + "/" + proposed.at("/mark/id").asText()).status()).isEqualTo(404);
    assertThat(wuxi.get("/api/v1/institutions/H32010000011/credit").json().at("/proposed"))
        .isEmpty();
    assertThat(lead.get("/api/v1/institutions/H32010000011/credit").json().at("/proposed"))
        .hasSize(1);
  }

  private static Http.Answer propose(String key, String holder, LocalDate day, String ground) {
    return propose(key, holder, day, ground, "");
  }

  private static Http.Answer propose(
      String key, String holder, LocalDate day, String ground, String evidence) {
    return inspector.post(
        PATH,
        """
        {"holderKind":"INSTITUTION","holder":"%1$s","institution":"%1$s","region":"320102",%2$s,
         "day":"%3$s","evidence":[%4$s],"text":"一"}"""
            .formatted(holder, ground, day, evidence),
        "Idempotency-Key",
        key);
  }

  private static JsonNode report(String institution) {
    return lead.get("/api/v1/institutions/" + institution + "/credit").json();
  }

  private static void done(Http.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}

package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work is given to somebody who is there and sees it: SampleAlert's hospital is in 320102. */
final class AssigneeIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("ning", "inspector", "3201")
          .withUser("head", "lead", "3201")
          .withUser("su", "inspector", "3205");

  @BeforeAll
  static void index() {
    for (int i = 1; i <= 5; i++) {
      SERVICE.send(SampleAlert.of(i).alert());
    }
    SERVICE.awaitTotal(5);
  }

  @Test
  void alert_givenToSomebodyOfAnotherRegion_isRefusedAndSaysToWhomElse() {
    var refused = assign(1, "wuxi");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/detail").asText())
        .startsWith(
            "wuxi does not work in region 320102; it can be given to: head, inspector, lead, li,"
                + " ning, ");
    assertThat(assign(1, "ning").status()).isEqualTo(200);
    assertThat(assign(1, "nobody").status()).isEqualTo(400);
    assertThat(assign(1, "auditor").status()).as("no inspector").isEqualTo(400);
  }

  @Test
  void manyAlerts_givenToSomebodyOfAnotherRegion_sayWhyForEach() {
    var bulk =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/alerts/bulk",
                "{\"action\":\"ASSIGN\",\"assignee\":\"wuxi\",\"reason\":\"x\",\"ids\":[\"%s\"]}"
                    .formatted(SampleAlert.of(2).id()),
                "Idempotency-Key",
                "many-1");

    assertThat(bulk.status()).as(bulk.text()).isEqualTo(200);
    assertThat(bulk.text())
        .contains("REFUSED", "wuxi does not work in region 320102; it can be given to: head");
  }

  @Test
  void alert_givenToSomebodyWhoIsLentTheRegion_isTheirs() {
    long until = Clock.system(ShanghaiTime.ZONE).millis() + Duration.ofDays(1).toMillis();
    assertThat(assign(3, "su").status()).isEqualTo(409);
    var lent =
        SERVICE
            .as("admin")
            .post(
                "/api/v1/users/su/grants",
                "{\"region\":\"320102\",\"until\":%d,\"reason\":\"飞行检查\"}".formatted(until),
                "Idempotency-Key",
                "lend-1");
    assertThat(lent.status()).as(lent.text()).isEqualTo(201);

    assertThat(assign(3, "su").status()).isEqualTo(200);
  }

  @Test
  void officer_unknownOrOfAnotherRoleOrRegion_isRefusedAndSaysWhoElse() {
    var opened =
        SERVICE
            .as("lead")
            .post(
                "/api/v1/cases",
                "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(4).id()));
    var path = "/api/v1/cases/" + opened.json().at("/file/id").asText() + "/officers";

    for (var name : new String[] {"nobody", "zhao", "wuxi"}) {
      var refused =
          SERVICE
              .as("lead")
              .post(
                  path,
                  "{\"name\":\"%s\",\"credentials\":\"1\"}".formatted(name),
                  "If-Match",
                  opened.tag());
      assertThat(refused.status()).as(name).isEqualTo(400);
      assertThat(refused.json().at("/faults/0/allowed").asText())
          .startsWith("inspectors who see region 320102: inspector, li, ning");
    }
    assertThat(
            SERVICE
                .as("lead")
                .post(path, "{\"name\":\"ning\",\"credentials\":\"1\"}", "If-Match", opened.tag())
                .status())
        .isEqualTo(200);
  }

  private static org.fundwatch.alertapi.testing.Http.Answer assign(int alert, String to) {
    var path = "/api/v1/alerts/" + SampleAlert.of(alert).id();
    var tag = SERVICE.as("lead").get(path).tag();
    return SERVICE
        .as("lead")
        .post(path + "/assign", "{\"assignee\":\"%s\"}".formatted(to), "If-Match", tag);
  }
}

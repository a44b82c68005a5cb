package org.fundwatch.alertapi.indexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IndexingIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void alert_sent_isThereWithItsReasons() {
    var alert = SampleAlert.of(1).alert();

    SERVICE.send(alert);
    SERVICE.awaitTag(alert.id(), "\"1-0\"");

    var detail = SERVICE.as("inspector").get("/api/v1/alerts/" + alert.id()).json();
    assertThat(detail.at("/alert/findings/0/rule/legalBasis/0").asText())
        .isEqualTo("医疗保障基金使用监督管理条例 第三十八条");
    assertThat(detail.at("/alert/findings/0/facts/0/value").asText()).isEqualTo("2");
    assertThat(detail.at("/alert/findings/1/model/attributions/0/feature").asText())
        .isEqualTo("cost_per_day");
    assertThat(detail.at("/alert/lineage/0/change").asText())
        .isEqualTo("raised IP01-split-admission");
    assertThat(detail.at("/triage/state").asText()).isEqualTo("NEW");
  }

  @Test
  void versions_replayedAndOutOfOrder_onlyGrow() {
    var sample = SampleAlert.of(2);
    SERVICE.send(sample.version(3).amountFen(300).alert());
    SERVICE.awaitTag(sample.id(), "\"3-0\"");

    SERVICE.send(
        sample.version(2).amountFen(200).alert(), sample.version(3).amountFen(333).alert());
    SERVICE.send(sample.version(4).amountFen(400).alert());
    SERVICE.awaitTag(sample.id(), "\"4-0\"");
    SERVICE.send(sample.version(1).amountFen(100).alert());
    SERVICE.awaitIndexed();

    var detail = SERVICE.as("inspector").get("/api/v1/alerts/" + sample.id());
    assertThat(detail.tag()).isEqualTo("\"4-0\"");
    assertThat(detail.json().at("/alert/amountFen").asLong()).isEqualTo(400);
  }

  @Test
  void machineAndPeople_changingInTurns_keepEachOthersPart() {
    var sample = SampleAlert.of(3);
    var inspector = SERVICE.as("inspector");
    SERVICE.send(sample.alert());
    SERVICE.awaitTag(sample.id(), "\"1-0\"");

    inspector.post(
        "/api/v1/alerts/" + sample.id() + "/dismiss",
        "{\"disposition\":\"REASONABLE\",\"reason\":\"病情需要\"}",
        "If-Match",
        "\"1-0\"");
    SERVICE.send(sample.version(2).amountFen(999).alert());
    SERVICE.awaitTag(sample.id(), "\"2-1\"");

    var detail = inspector.get("/api/v1/alerts/" + sample.id()).json();
    assertThat(detail.at("/alert/amountFen").asLong()).isEqualTo(999);
    assertThat(detail.at("/triage/disposition").asText()).isEqualTo("REASONABLE");
    assertThat(detail.at("/triage/events/0/reason").asText()).isEqualTo("病情需要");
    assertThat(detail.at("/amendedSinceDecision").asBoolean()).isTrue();
  }

  @Test
  void record_thatIsNoAlert_isCountedAndDoesNotStopTheRest() {
    var alert = SampleAlert.of(4).alert();

    SERVICE.sendRaw("junk", "{\"schema\":".getBytes(UTF_8));
    SERVICE.sendRaw("newer", "{\"schema\":99,\"id\":\"A1\"}".getBytes(UTF_8));
    SERVICE.sendRaw("gone", null);
    SERVICE.send(alert);
    SERVICE.awaitTag(alert.id(), "\"1-0\"");
    SERVICE.awaitIndexed();

    var health = SERVICE.as("").get("/actuator/health").json();
    assertThat(health.at("/components/indexing/details/rejected").asInt()).isEqualTo(3);
  }

  @Test
  void metrics_ofIndexing_areThere() {
    assertThat(SERVICE.as("admin").get("/actuator/prometheus").text())
        .contains("fundwatch_indexing_alerts_total{result=\"created\"}")
        .contains("fundwatch_indexing_lag");
  }
}

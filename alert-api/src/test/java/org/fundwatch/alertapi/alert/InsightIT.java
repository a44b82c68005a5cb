package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.settlement.Institution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Alert 1, looked at; 2 of the same person, 3 of the same doctor, 4 of the same institution and
 * rule, 5 of none of these, 6 of the same person in another province.
 */
final class InsightIT {
  private static final Institution ELSEWHERE =
      new Institution("H33010000001", "临江市中医院", "3", "330102");

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().withUser("city", "inspector", "3201");

  @BeforeAll
  static void index() {
    SERVICE.send(
        SampleAlert.of(1).doctor("D1").person("T1").version(2).alert(),
        SampleAlert.of(2).doctor("D2").person("T1").institution(SampleAlert.PHARMACY).alert(),
        SampleAlert.of(3).doctor("D1").person("T3").institution(SampleAlert.PHARMACY).alert(),
        SampleAlert.of(4).doctor("D4").person("T4").alert(),
        SampleAlert.of(5).doctor("D5").person("T5").institution(ELSEWHERE).alert(),
        SampleAlert.of(6).doctor("D6").person("T1").institution(ELSEWHERE).alert());
    SERVICE.awaitTotal(6);
  }

  @Test
  void detail_tellsEverythingTheAlertHolds() {
    var detail = SERVICE.as("inspector").get(path(1)).json();

    assertThat(detail.at("/sentenceZh").asText()).isEqualTo("两次住院间隔 2 天，主诊断相同，疑似分解住院");
    assertThat(detail.at("/alert/findings/0/rule/version").asInt()).isEqualTo(3);
    assertThat(detail.at("/alert/findings/0/rule/legalBasis/0").asText())
        .isEqualTo("医疗保障基金使用监督管理条例 第三十八条");
    assertThat(detail.at("/alert/findings/0/facts/0").toString())
        .isEqualTo("{\"name\":\"gap_days\",\"value\":\"2\",\"unit\":\"day\"}");
    assertThat(detail.at("/alert/lineage")).hasSize(2);
    assertThat(detail.at("/alert/lineage/1/values/0/before").asText()).isEqualTo("100000");
    // Cited by both findings, shown once.
    assertThat(detail.at("/timeline").findValuesAsText("id"))
        .containsExactly("S-M000001", "M-before", "M000001");
    assertThat(detail.at("/timeline/1/findings")).hasSize(2);
    assertThat(detail.at("/models/0/trace/attributions/0/feature").asText())
        .isEqualTo("cost_per_day");
    assertThat(detail.at("/models")).hasSize(1);
  }

  @Test
  void detail_explainsPriorityAndDeadline() {
    var detail = SERVICE.as("inspector").get(path(1)).json();

    assertThat(detail.at("/formula").asText())
        .isEqualTo(
            "amountFen x confidence / (effort.minutes / 60); confidence = (stated x weight.decided"
                + " + confirmed) / (weight.decided + confirmed + dismissed)");
    var priority = detail.at("/priority");
    assertThat(priority.at("/amountFen").asLong()).isEqualTo(123_456);
    assertThat(priority.at("/confidence").asDouble()).isEqualTo(0.8);
    assertThat(priority.at("/calibration/stated").asDouble()).isEqualTo(0.8);
    assertThat(priority.at("/calibration/closing").asInt()).isZero();
    assertThat(priority.at("/calibration/measuredAt").isNull()).isTrue();
    assertThat(priority.at("/effort/minutes").asInt()).isEqualTo(150);
    assertThat(priority.at("/effort/family").asText()).isEqualTo("本库/模型");
    assertThat(priority.at("/effort/provenance").asText()).isEqualTo("PROPOSAL");
    assertThat(priority.at("/effortFrom").asText()).isEqualTo("ML02-unusual-stay");
    // 123456 x 0.8 / 2.5
    assertThat(priority.at("/fenPerHour").asLong()).isEqualTo(39_506);
    assertThat(detail.at("/due").asText()).isEqualTo("2026-06-01");
    assertThat(detail.at("/deadline/days").asInt()).isEqualTo(30);
    var listed =
        SERVICE.as("inspector").get("/api/v1/alerts?doctor=D1&person=T1").json().at("/items/0");
    assertThat(listed.at("/priority").asLong()).isEqualTo(39_506);
    assertThat(listed.at("/effortMinutes").asInt()).isEqualTo(150);
    assertThat(listed.at("/due").asText()).isEqualTo("2026-06-01");
  }

  @Test
  void detail_namesRelatedAlerts_asFarAsTheReaderSees() {
    var related = SERVICE.as("inspector").get(path(1)).json().at("/related");

    assertThat(related.at("/person/items")).hasSize(2);
    assertThat(List.of(id(related, 0), id(related, 1)))
        .containsExactlyInAnyOrder(SampleAlert.of(2).id(), SampleAlert.of(6).id());
    assertThat(related.at("/person/total").asInt()).isEqualTo(2);
    assertThat(related.at("/doctor/items/0/id").asText()).isEqualTo(SampleAlert.of(3).id());
    assertThat(related.at("/institutionAndRule/items/0/id").asText())
        .isEqualTo(SampleAlert.of(4).id());
    assertThat(related.at("/institutionAndRule/total").asInt()).isEqualTo(1);
    assertThat(related.at("/linked/total").asInt()).isZero();
    assertThat(related.toString()).doesNotContain("payload", "gap_days");

    var city = SERVICE.as("city").get(path(1)).json().at("/related");
    assertThat(city.at("/person/total").asInt()).isZero();
    assertThat(city.at("/institutionAndRule/total").asInt()).isEqualTo(1);
  }

  @Test
  void detail_countsWhatBecameOfEarlierOnes() {
    SERVICE
        .as("inspector")
        .post(
            path(4) + "/dismiss",
            "{\"disposition\":\"REASONABLE\",\"reason\":\"x\"}",
            "If-Match",
            "\"1-0\"");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(SERVICE.as("inspector").get(path(1)).json().at("/outcomes").toString())
                    .isEqualTo(
                        "{\"IP01-split-admission\":{\"REASONABLE\":1},"
                            + "\"ML02-unusual-stay\":{\"REASONABLE\":1}}"));
    assertThat(SERVICE.as("inspector").get(path(5)).json().at("/outcomes").toString())
        .isEqualTo("{\"IP01-split-admission\":{},\"ML02-unusual-stay\":{}}");
  }

  private static String id(JsonNode related, int place) {
    return related.at("/person/items/" + place + "/id").asText();
  }

  private static String path(int number) {
    return "/api/v1/alerts/" + SampleAlert.of(number).id();
  }
}

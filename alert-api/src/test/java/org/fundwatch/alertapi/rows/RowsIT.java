package org.fundwatch.alertapi.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fundwatch.domain.finding.Evidence.Kind.FEE_LINE;
import static org.fundwatch.domain.finding.Evidence.Kind.SETTLEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.SampleRow;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.finding.Evidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The settlements behind an alert, as who sees the alert sees them. */
final class RowsIT {
  private static final SampleAlert ALERT =
      SampleAlert.of(1)
          .pointingAt(new Evidence(FEE_LINE, "2", ""), new Evidence(SETTLEMENT, "S-far", ""));
  private static final String PATH = "/api/v1/alerts/" + ALERT.id() + "/rows";

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @BeforeAll
  static void index() {
    SERVICE.send(ALERT.alert());
    SERVICE.send(
        SampleRow.of(1).row(),
        SampleRow.of("S-part", "M000001").takenBack().row(),
        SampleRow.of("S-unrelated", "M-unrelated").row());
    SERVICE.awaitTotal(1);
    SERVICE.awaitRows(ALERT.id(), 2);
  }

  @Test
  void rows_ofAnAlert_areThoseThatItsFindingsName_withTheirLines() {
    var page = SERVICE.as("inspector").get(PATH).json();

    assertThat(page.findValuesAsText("settlementId")).containsExactly("S-M000001", "S-part");
    assertThat(page.at("/missing").toString())
        .isEqualTo(
            "[{\"kind\":\"SETTLEMENT\",\"id\":\"S-far\"},{\"kind\":\"ENCOUNTER\",\"id\":\"M-before\"}]");
    var row = page.at("/items/0");
    assertThat(row.at("/amounts/totalFen").asLong()).isEqualTo(30_000);
    assertThat(row.at("/diagnoses/0/code").asText()).isEqualTo("I10.x00");
    assertThat(row.at("/operations/0/code").asText()).isEqualTo("36.0600");
    assertThat(row.at("/payments/0/paidFen").asLong()).isEqualTo(30_000);
    assertThat(row.at("/stands").asBoolean()).isTrue();
    assertThat(row.at("/findings")).hasSize(2);
    assertThat(row.at("/messages").findValuesAsText("messageId"))
        .containsExactly("MSG-S-M000001-2207", "MSG-S-M000001-3505");
    assertThat(row.at("/packs/0/pack/code").asText()).isEqualTo("81234560000000000001");
    assertThat(marked(row)).containsExactly("2");
    assertThat(page.at("/items/1/stands").asBoolean()).isFalse();
  }

  @Test
  void rows_asked_hidePeople_revealed_doNot_andTheLookIsWrittenDown() {
    var hidden = new ArrayList<>(SampleRow.DOCTORS);
    hidden.addAll(List.of(SampleRow.PERSON, SampleRow.LOCAL_DOCTOR));
    for (var user : List.of("inspector", "hotline", "legal-reviewer")) {
      assertThat(SERVICE.as(user).get(PATH).text())
          .contains("T***10", "D***21")
          .doesNotContain(hidden)
          .doesNotContain(String.valueOf(SampleRow.BIRTH_DAY));
    }

    var revealed = SERVICE.as("li").post(PATH + "/reveal", "{\"reason\":\"核对费用明细\"}");

    assertThat(revealed.status()).as(revealed.text()).isEqualTo(200);
    assertThat(revealed.text()).contains(hidden);
    await()
        .untilAsserted(
            () ->
                assertThat(SERVICE.as("auditor").get("/api/v1/audit?by=li&type=REVEALED").text())
                    .contains("alert/" + ALERT.id() + "/rows", "核对费用明细"));
    assertThat(SERVICE.as("li").post(PATH + "/reveal", "{\"reason\":\"\"}").status())
        .isEqualTo(400);
  }

  @Test
  void rows_pageByPage_areAllThere() {
    var first = SERVICE.as("lead").get(PATH + "?size=1").json();
    var second =
        SERVICE.as("lead").get(PATH + "?size=1&cursor=" + first.at("/nextCursor").asText()).json();

    assertThat(first.at("/total").asInt()).isEqualTo(2);
    assertThat(second.at("/total").asInt()).isEqualTo(2);
    assertThat(second.at("/missing")).isEqualTo(first.at("/missing"));
    assertThat(second.at("/items/0/settlementId").asText()).isEqualTo("S-part");
    assertThat(second.has("nextCursor") && !second.at("/nextCursor").isNull()).isFalse();
    assertThat(SERVICE.as("lead").get(PATH + "?size=51").status()).isEqualTo(400);
    assertThat(SERVICE.as("lead").get(PATH + "?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void rows_ofAnAlertThatSomebodyDoesNotSee_areUnknown() {
    assertThat(SERVICE.as("wuxi").get(PATH).status()).isEqualTo(404);
    assertThat(SERVICE.as("wuxi").post(PATH + "/reveal", "{\"reason\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(SERVICE.as("lead").get("/api/v1/alerts/none/rows").status()).isEqualTo(404);
  }

  private static List<String> marked(JsonNode row) {
    var marked = new ArrayList<String>();
    for (var line : row.at("/lines")) {
      if (!line.at("/findings").isEmpty()) {
        marked.add(line.at("/line/id").asText());
      }
    }
    return marked;
  }
}

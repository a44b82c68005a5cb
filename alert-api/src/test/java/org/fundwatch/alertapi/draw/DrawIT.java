package org.fundwatch.alertapi.draw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DrawIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final String REQUEST =
      """
      {"title": "2026年三季度住院专项", "region": "3201", "institutions": 3, "officersEach": 2,
       "targets": [{"code": "H32010200001", "weight": 5}, {"code": "H32010200002", "weight": 1},
                   {"code": "H32010400003", "weight": 9}, {"code": "P32010600004", "weight": 2}],
       "officers": [{"name": "wang", "conflicts": ["P32010600004", "H32010200001"]},
                    {"name": "li", "conflicts": ["H32010400003"]},
                    {"name": "sun", "conflicts": []}, {"name": "chen", "conflicts": []}]}
      """;
  private static final String SEED =
      """
      {"seed": "2026-11-22 排列五 3 1 4 1 5", "source": "体彩排列五 2026-11-22 开奖公告"}
      """;

  private static Http lead;
  private static Http other;

  @BeforeAll
  static void people() {
    lead = SERVICE.as("lead");
    other = SERVICE.as("zhao");
  }

  @Test
  void prepared_thenSeededByAnother_givesWhatAnybodyGets() {
    var prepared = prepare();
    var path = "/api/v1/draws/" + prepared.at("/id").asText();
    assertThat(prepared.at("/state").asText()).isEqualTo("PREPARED");
    // Both computed by the Python program of docs/draws.md.
    assertThat(prepared.at("/fingerprint").asText())
        .isEqualTo("c8944942c871fa783dd1ee86a5add1f1eba5f9ce98ff6ccc6d17d0e55370cc27");

    var drawn = other.post(path + "/seed", SEED, "If-Match", "\"1\"");

    assertThat(drawn.status()).as(drawn.text()).isEqualTo(200);
    assertThat(drawn.tag()).isEqualTo("\"2\"");
    assertThat(drawn.json().at("/teams").findValuesAsText("institution"))
        .containsExactly("H32010200001", "H32010200002", "H32010400003");
    assertThat(SERVICE.as("inspector").get(path).json()).isEqualTo(drawn.json());
    assertThat(lead.get(path + "/plan").text()).startsWith("fundwatch-draw-1\n3\t2\nT\tH3201");
    assertThat(lead.get("/api/v1/draws").json().at("/items").findValuesAsText("id"))
        .contains(prepared.at("/id").asText());
  }

  @Test
  void seed_byWhoPreparedIt_isForbidden() {
    var path = "/api/v1/draws/" + prepare().at("/id").asText();

    assertThat(lead.post(path + "/seed", SEED, "If-Match", "\"1\"").status()).isEqualTo(403);
    assertThat(lead.get(path).json().at("/state").asText()).isEqualTo("PREPARED");
  }

  @Test
  void drawn_isDrawnOnce() {
    var path = "/api/v1/draws/" + prepare().at("/id").asText();
    assertThat(other.post(path + "/seed", SEED).status()).isEqualTo(428);
    other.post(path + "/seed", SEED, "If-Match", "\"1\"");

    assertThat(other.post(path + "/seed", SEED, "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(other.post(path + "/seed", SEED, "If-Match", "\"2\"").status()).isEqualTo(409);
    var cancelled = other.post(path + "/cancel", "{\"reason\":\"误操作\"}", "If-Match", "\"2\"");
    assertThat(cancelled.status()).isEqualTo(409);
  }

  @Test
  void cancelled_saysWhy() {
    var path = "/api/v1/draws/" + prepare().at("/id").asText();

    var cancelled = lead.post(path + "/cancel", "{\"reason\":\"名单有误\"}", "If-Match", "\"1\"");

    assertThat(cancelled.json().at("/state").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.json().at("/cancelledBecause").asText()).isEqualTo("名单有误");
  }

  @Test
  void prepared_twiceWithTheSameKey_isOneDraw() {
    var first = lead.post("/api/v1/draws", REQUEST, "Idempotency-Key", "draw-1");
    var second = lead.post("/api/v1/draws", REQUEST, "Idempotency-Key", "draw-1");

    assertThat(second.json().at("/id")).isEqualTo(first.json().at("/id"));
  }

  @Test
  void aPlanWithoutOfficersEnough_isRefusedWithThePlace() {
    var wrong = REQUEST.replace("\"H32010400003\"]}", "\"H32010400003\", \"H32010200001\"]}");
    var answer =
        lead.post("/api/v1/draws", wrong.replace("\"officersEach\": 2", "\"officersEach\": 3"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo("officers");
    assertThat(answer.json().at("/faults/0/found").asText())
        .isEqualTo("2 without a conflict with H32010200001");
    assertThat(lead.post("/api/v1/draws", REQUEST.replace("\"3201\"", "\"南京\"")).status())
        .isEqualTo(400);
    assertThat(lead.get("/api/v1/draws/D2026-999999").status()).isEqualTo(404);
    assertThat(lead.get("/api/v1/draws/..%2Fx").status()).isIn(400, 404);
    assertThat(SERVICE.as("inspector").post("/api/v1/draws", REQUEST).status()).isEqualTo(403);
  }

  @Test
  void proposal_weighsByThePriorityOfOpenAlerts() {
    for (int number = 0; number < 10; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_000_000L * (number + 1)).alert());
    }
    SERVICE.awaitIndexed();

    var proposed = lead.get("/api/v1/draws/proposal?region=32").json();

    assertThat(proposed.isArray()).isTrue();
    assertThat(proposed).isNotEmpty();
    assertThat(proposed.at("/0/weight").asInt()).isEqualTo(11);
    proposed.forEach(one -> assertThat(one.at("/weight").asInt()).isBetween(1, 11));
    assertThat(lead.get("/api/v1/draws/proposal?region=99").json()).isEmpty();
  }

  private static JsonNode prepare() {
    var prepared = lead.post("/api/v1/draws", REQUEST);
    assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
    return prepared.json();
  }
}

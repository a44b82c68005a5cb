package org.fundwatch.alertapi.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.fundwatch.alertapi.testing.Http;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ViewIT {
  private static final String PATH = "/api/v1/views";

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("county", "inspector", "320102")
          .withUser("elsewhere", "inspector", "33");

  @Test
  void view_savedAndOpened_showsItsAlertsAsFarAsTheReaderSees() {
    SERVICE.send(SampleAlert.of(1).amountFen(5_000).alert());
    SERVICE.send(SampleAlert.of(2).amountFen(7_000).alert());
    SERVICE.send(SampleAlert.of(3).amountFen(100).alert());
    SERVICE.awaitTotal(3);

    var saved = SERVICE.as("lead").post(PATH, body("大额", "\"sharedWithRegion\":\"32\""), key("v1"));

    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    var alerts = PATH + "/" + saved.json().at("/id").asText() + "/alerts";
    assertThat(SERVICE.as("lead").get(alerts).json().at("/items").findValuesAsText("amountFen"))
        .containsExactly("7000", "5000");
    assertThat(SERVICE.as("county").get(alerts).json().at("/total").asInt()).isEqualTo(2);
    assertThat(SERVICE.as("elsewhere").get(alerts).status()).isEqualTo(404);
  }

  @Test
  void view_sharedWithARoleOrNobody_isSeenByThose() {
    var role =
        SERVICE.as("lead").post(PATH, body("组长", "\"sharedWithRole\":\"INSPECTOR\""), key("v2"));
    var own = SERVICE.as("lead").post(PATH, body("自用", "\"sharedWithRole\":null"), key("v3"));

    awaitNames("lead", List.of("自用", "组长"), List.of());
    awaitNames("elsewhere", List.of("组长"), List.of("自用"));
    awaitNames("hotline", List.of(), List.of("自用", "组长"));
    assertThat(SERVICE.as("elsewhere").get(path(own)).status()).isEqualTo(404);
    assertThat(SERVICE.as("elsewhere").get(path(role)).status()).isEqualTo(200);
  }

  @Test
  void view_changed_byItsOwnerAlone_andNotByTwo() {
    var saved =
        SERVICE.as("lead").post(PATH, body("旧名", "\"sharedWithRole\":\"INSPECTOR\""), key("v4"));
    var body = body("新名", "\"sharedWithRole\":null");

    assertThat(SERVICE.as("inspector").put(path(saved), body, "If-Match", saved.tag()).status())
        .isEqualTo(403);
    assertThat(SERVICE.as("lead").put(path(saved), body).status()).isEqualTo(428);
    var changed = SERVICE.as("lead").put(path(saved), body, "If-Match", saved.tag());
    assertThat(changed.json().at("/content/name").asText()).isEqualTo("新名");
    var late = SERVICE.as("lead").put(path(saved), body, "If-Match", saved.tag());
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().at("/changes/0/type").asText()).isEqualTo("CHANGED");
    // No longer shared.
    assertThat(SERVICE.as("inspector").get(path(saved)).status()).isEqualTo(404);

    var ended =
        SERVICE
            .as("lead")
            .post(path(saved) + "/end", "{\"reason\":\"不用了\"}", "If-Match", changed.tag());
    assertThat(ended.json().at("/ending/reason").asText()).isEqualTo("不用了");
    assertThat(
            SERVICE
                .as("lead")
                .put(path(saved), body, "If-Match", ended.tag())
                .json()
                .at("/detail")
                .asText())
        .endsWith("ended");
    awaitNames("lead", List.of(), List.of("新名", "旧名"));
  }

  @Test
  void view_savedAgainWithTheSameKey_isTheSame() {
    var body = body("一次", "\"sharedWithRole\":null");
    var first = SERVICE.as("lead").post(PATH, body, key("v5"));

    assertThat(SERVICE.as("lead").post(PATH, body, key("v5")).text()).isEqualTo(first.text());
    assertThat(SERVICE.as("lead").post(PATH, body.replace("一次", "两次"), key("v5")).status())
        .isEqualTo(422);
    // Keys are each user's own.
    assertThat(SERVICE.as("li").post(PATH, body, key("v5")).json().at("/id").asText())
        .isNotEqualTo(first.json().at("/id").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{~ ~ ",
        "{\"name\":\" \",\"query\":{},\"sort\":\"DUE\",\"ascending\":true}~ name~ must not be blank",
        "{\"name\":\"x\",\"sort\":\"DUE\",\"ascending\":true}~ query~ must not be null",
        "{\"name\":\"x\",\"query\":{},\"sort\":\"NAME\",\"ascending\":true}~ sort~ PRIORITY, AMOUNT, CONFIDENCE, DUE, SERVICE, RAISED, CHANGED",
        "{\"name\":\"x\",\"query\":{\"colour\":1},\"sort\":\"DUE\",\"ascending\":true}~ query.colour~ ",
        "{\"name\":\"x\",\"query\":{\"region\":\"32a\"},\"sort\":\"DUE\",\"ascending\":true}~ query.region~ at most six digits",
        "{\"name\":\"x\",\"query\":{\"status\":[null]},\"sort\":\"DUE\",\"ascending\":true}~ query.status[0]~ must not be null",
        "{\"name\":\"x\",\"query\":{\"confidenceFrom\":\"high\"},\"sort\":\"DUE\",\"ascending\":true}~ query.confidenceFrom~ ",
        "{\"name\":\"x\",\"query\":{\"dueTo\":\"soon\"},\"sort\":\"DUE\",\"ascending\":true}~ query.dueTo~ a date as 2026-01-31",
        "{\"name\":\"x\",\"query\":{},\"sort\":\"DUE\",\"ascending\":\"yes\"}~ ascending~ true or false",
      })
  void save_wrong_isNamed(String body, String field, String allowed) {
    var answer = SERVICE.as("lead").post(PATH, body, key("bad"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("Exception");
    if (field != null) {
      assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    }
    if (allowed != null) {
      assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
    }
  }

  private static String[] key(String key) {
    return new String[] {"Idempotency-Key", key};
  }

  private static String path(Http.Answer view) {
    return PATH + "/" + view.json().at("/id").asText();
  }

  private static String body(String name, String shared) {
    return "{\"name\":\"%s\",\"query\":{\"amountFromFen\":1000},\"sort\":\"AMOUNT\",\"ascending\":false,%s}"
        .formatted(name, shared);
  }

  private static void awaitNames(String user, List<String> there, List<String> not) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(SERVICE.as(user).get(PATH + "?size=200").json().findValuesAsText("name"))
                    .containsAll(there)
                    .doesNotContainAnyElementsOf(not.isEmpty() ? List.of("-") : not));
  }
}

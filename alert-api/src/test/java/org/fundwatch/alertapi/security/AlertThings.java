package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;

/** Alerts in the states that requests need. */
final class AlertThings {
  private static final String PATH = "/api/v1/alerts/";

  private AlertThings() {}

  static Map<String, Consumer<Making>> makers() {
    return Map.of(
        "alert",
        Making::alert,
        "alert.other",
        making -> making.alert().other(),
        "alert.taken",
        AlertThings::take,
        "alert.commented",
        making -> change(making, making.own(), "comments", "{\"text\":\"一\"}"),
        "alert.labelled",
        making -> change(making, Making.LEAD, "label", "{\"label\":\"急\"}"),
        "alert.linked",
        making ->
            change(
                making,
                Making.LEAD,
                "link",
                "{\"alertId\":\"%s\",\"reason\":\"一\"}".formatted(making.other())),
        "alert.dismissed",
        making ->
            change(
                making,
                Making.LEAD,
                "dismiss",
                "{\"disposition\":\"REASONABLE\",\"reason\":\"一\"}"),
        "alert.drawn",
        AlertThings::draw);
  }

  private static void change(Making making, String user, String what, String json) {
    making.alert().post(user, PATH + making.get("id") + "/" + what, json);
  }

  private static void take(Making making) {
    boolean takes = making.own().startsWith("inspector") || making.own().startsWith("lead");
    var taken =
        making.post(
            takes ? making.own() : Making.LEAD,
            PATH + "take-next",
            "{\"query\":{\"institution\":[\"%s\"]}}".formatted(making.get("pharmacy")));
    making.put("id", taken.json().at("/alert/id").asText());
  }

  private static void draw(Making making) {
    var id = making.alert().get("id");
    var answer =
        making.post(
            Making.LEAD,
            PATH + "bulk",
            "{\"action\":\"DECIDE\",\"disposition\":\"REASONABLE\",\"reason\":\"一\",\"ids\":[\"%s\"]}"
                .formatted(id));
    assertThat(answer.text()).contains("DONE");
    making.put("tag", making.as(Making.LEAD).get(PATH + id).tag());
  }
}

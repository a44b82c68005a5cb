package org.fundwatch.alertapi.security;

import java.util.Map;
import java.util.function.Consumer;

/** Reports, draws, suppressions and what else lies on a desk. */
final class DeskThings {
  private DeskThings() {}

  static Map<String, Consumer<Making>> makers() {
    return Map.of(
        "report",
        DeskThings::report,
        "draw",
        DeskThings::draw,
        "suppression",
        DeskThings::suppression,
        "-absence",
        DeskThings::absence,
        "view",
        making -> view(making, "\"" + making.get("region") + "\""),
        "view.own",
        making -> view(making, "null"),
        "grant",
        DeskThings::grant,
        "-rule",
        DeskThings::rule);
  }

  private static void report(Making making) {
    var id = "R-%05d".formatted(making.number());
    making
        .put("id", id)
        .post(
            "hotline",
            "/api/v1/reports",
            """
            {"reportId":"%s","channel":"LETTER_OR_VISIT","named":false,
             "subjectType":"INSTITUTION","fixmedinsCode":"%s","category":"其他","text":"一",
             "rewardClaim":false}"""
                .formatted(id, making.get("institution")));
  }

  private static void draw(Making making) {
    var answer =
        making.post(
            Making.LEAD,
            "/api/v1/draws",
            """
            {"title":"抽查","region":"%s","targets":[{"code":"%s","weight":1}],
             "officers":[{"name":"li","conflicts":[]},{"name":"wang","conflicts":[]}],
             "institutions":1,"officersEach":2}"""
                .formatted(making.get("region"), making.get("institution")));
    making.put("id", answer.json().at("/id").asText());
  }

  private static void suppression(Making making) {
    var answer =
        making.post(
            Making.LEAD,
            "/api/v1/suppressions",
            """
            {"entity":"INSTITUTION","code":"%s","rules":["none-%d"],"region":"%s","until":"%s",
             "sampleShare":0.1,"reason":"一"}"""
                .formatted(
                    making.get("institution"),
                    making.number(),
                    making.get("region"),
                    making.get("tomorrow")));
    making.put("id", answer.json().at("/suppression/id").asText());
  }

  private static void absence(Making making) {
    var answer =
        making.post(
            making.own(),
            "/api/v1/absences",
            "{\"user\":\"%s\",\"from\":\"%s\",\"to\":\"%2$s\",\"reason\":\"一\"}"
                .formatted(making.own(), making.get("nextYear")));
    making.put("id", answer.json().at("/id").asText());
  }

  private static void view(Making making, String sharedWith) {
    var answer =
        making.post(
            making.own(),
            "/api/v1/views",
            """
            {"name":"视图 %s","query":{},"sort":"PRIORITY","ascending":false,
             "sharedWithRegion":%s}"""
                .formatted(making.get("key"), sharedWith));
    making.put("id", answer.json().at("/id").asText());
  }

  private static void grant(Making making) {
    var answer =
        making.post(
            "admin",
            "/api/v1/users/wuxi/grants",
            "{\"region\":\"%s\",\"until\":%s,\"reason\":\"%s\"}"
                .formatted(making.get("region"), making.get("later"), making.get("key")));
    int last = answer.json().size() - 1;
    making.put("number", answer.json().at("/" + last + "/number").asText());
  }

  private static void rule(Making making) {
    making.put("id", making.as("lead").get("/api/v1/rules").json().findValue("id").asText());
  }
}

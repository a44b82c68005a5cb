package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks, templates and similar cases over HTTP. */
final class CaseTasksIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("nanjing", "inspector", "3201")
          .withUser("head-3201", "lead", "3201");

  private static final int ALERTS = 20;
  private static final int PHARMACY = 19;
  private static final int OTHER_RULE = 18;
  private static final String FAMILY = "管理类";

  @BeforeAll
  static void index() {
    for (int number = 0; number < ALERTS; number++) {
      var alert = SampleAlert.of(number).amountFen(100_000L * (number + 1)).ruleAlone();
      SERVICE.send(
          switch (number) {
            case PHARMACY -> alert.institution(SampleAlert.PHARMACY).alert();
            case OTHER_RULE -> alert.rule("X99-other").doctor("D320100000099").alert();
            default -> alert.alert();
          });
    }
    SERVICE.awaitIndexed();
  }

  @Test
  void tasks_areListedAcrossCasesForWhoHasThem() {
    var one = CaseStory.open(SERVICE, 0);
    var other = CaseStory.open(SERVICE, 1);
    one.does(
        "lead",
        "/tasks",
        "{\"tasks\":[{\"title\":\"访谈 13812345678\",\"assignee\":\"nanjing\",\"due\":\"%s\"},{\"title\":\"查账\",\"assignee\":\"nanjing\"}]}"
            .formatted(day(0)));
    other.does(
        "lead",
        "/tasks",
        "{\"tasks\":[{\"title\":\"调取病案\",\"assignee\":\"nanjing\",\"due\":\"%s\"}]}"
            .formatted(day(3)));

    var mine = SERVICE.as("nanjing").get("/api/v1/tasks").json().at("/items");
    assertThat(mine.findValuesAsText("id")).containsExactly("2-1", "2-1", "2-2");
    assertThat(mine.findValuesAsText("caseId")).containsExactly(one.id(), other.id(), one.id());
    assertThat(mine.at("/0/line/due").asBoolean()).isTrue();
    assertThat(mine.at("/0/line/task/title").asText()).doesNotContain("13812345678");
    var due = SERVICE.as("lead").get("/api/v1/tasks?assignee=nanjing&dueUntil=" + day(1)).json();
    assertThat(due.at("/items")).hasSize(1);
    var page = SERVICE.as("nanjing").get("/api/v1/tasks?size=2").json();
    var next =
        SERVICE
            .as("nanjing")
            .get("/api/v1/tasks?size=2&cursor=" + page.at("/nextCursor").asText())
            .json();
    assertThat(next.at("/items")).hasSize(1);
    var progress = one.detail("lead").at("/progress/tasks");
    assertThat(progress.at("/0/due").asBoolean()).isTrue();
    assertThat(progress.at("/1/due").asBoolean()).isFalse();

    one.does("nanjing", "/tasks/2-1", "{\"state\":\"DONE\",\"comment\":\"已访谈\"}");
    assertThat(SERVICE.as("nanjing").get("/api/v1/tasks").json().at("/items")).hasSize(2);
    var done = SERVICE.as("nanjing").get("/api/v1/tasks?state=DONE").json();
    assertThat(done.at("/items/0/line/task/comment").asText()).isEqualTo("已访谈");
    assertThat(SERVICE.as("wuxi").get("/api/v1/tasks?assignee=nanjing").json().at("/items"))
        .isEmpty();
  }

  @Test
  void task_forWhoDoesNotSeeTheCase_isRefused() {
    var story = CaseStory.open(SERVICE, 2);

    for (var name : List.of("wuxi", "hotline", "nobody")) {
      var refused =
          story.tries(
              "lead",
              "/tasks",
              "{\"tasks\":[{\"title\":\"查\",\"assignee\":\"%s\"}]}".formatted(name));
      assertThat(refused.status()).as(name).isEqualTo(400);
      assertThat(refused.json().at("/faults/0/field").asText()).isEqualTo("assignee");
      assertThat(refused.json().at("/faults/0/allowed").asText()).contains("nanjing");
    }
    var past =
        story.tries(
            "lead", "/tasks", "{\"tasks\":[{\"title\":\"查\",\"due\":\"%s\"}]}".formatted(day(-1)));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.json().at("/missing/0/zh").asText()).contains("已过");
    assertThat(story.tries("lead", "/tasks/9-9", "{\"state\":\"DONE\"}").status()).isEqualTo(404);
    assertThat(story.tries("lead", "/tasks", "{\"tasks\":[]}").status()).isEqualTo(400);
    assertThat(SERVICE.as("lead").get("/api/v1/tasks?mine=1").status()).isEqualTo(400);
  }

  @Test
  void template_thatFits_isAppliedOnce() {
    var story = CaseStory.open(SERVICE, 3);
    var template = template("t-1", "3201", FAMILY);
    var foreign = template("t-2", "3202", FAMILY);
    var otherKind = template("t-3", "", "医疗类");

    var fitting = SERVICE.as("lead").get(story.path() + "/templates").json();
    assertThat(ids(fitting)).contains(template).doesNotContain(foreign, otherKind);
    story.does(
        "lead", "/templates", "{\"template\":\"%s\",\"assignee\":\"li\"}".formatted(template));

    var progress = story.detail("lead").at("/progress");
    assertThat(progress.at("/tasks")).hasSize(2);
    assertThat(progress.at("/tasks/0/task/due").asText()).isEqualTo(day(5));
    assertThat(progress.at("/tasks/0/task/origin").asText()).isEqualTo(template);
    assertThat(progress.at("/drafts/0/text").asText())
        .isEqualTo("关于%s一案，涉嫌金额 4000.00 元。".formatted(story.id()));
    // The same request again, on what was seen before: nothing happens.
    var again =
        SERVICE
            .as("lead")
            .post(
                story.path() + "/templates",
                "{\"template\":\"%s\"}".formatted(template),
                "If-Match",
                "\"1\"");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/events")).hasSize(2);
    var refused = story.tries("lead", "/templates", "{\"template\":\"%s\"}".formatted(foreign));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/missing/0/zh").asText()).isEqualTo("模板不适用于本地区");
    // A later version of the template leaves what was set as it was.
    var changed =
        SERVICE
            .as("lead")
            .put(
                "/api/v1/case-templates/" + template,
                content("3201", FAMILY).replace("调取病案", "别的"),
                "If-Match",
                "\"1\"");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(story.detail("lead").at("/progress/tasks/0/task/title").asText()).isEqualTo("调取病案");
  }

  @Test
  void template_isMadeByHeadsOfItsRegion() {
    var http = SERVICE.as("head-3201");

    assertThat(
            http.post("/api/v1/case-templates", content("32", ""), "Idempotency-Key", "k").status())
        .isEqualTo(400);
    var unknown =
        http.post(
            "/api/v1/case-templates",
            content("3201", "").replace("{案件编号}", "{编号}"),
            "Idempotency-Key",
            "k");
    assertThat(unknown.json().at("/faults/0/field").asText()).isEqualTo("texts[0].text");
    assertThat(unknown.json().at("/faults/0/found").asText()).isEqualTo("{编号}");
    assertThat(
            SERVICE
                .as("nanjing")
                .post("/api/v1/case-templates", content("3201", ""), "Idempotency-Key", "k")
                .status())
        .isEqualTo(403);
    var nation = template("t-nation", "", "");
    var path = "/api/v1/case-templates/" + nation;
    assertThat(SERVICE.as("nanjing").get(path).status()).isEqualTo(200);
    assertThat(http.post(path + "/end", "{\"reason\":\"旧\"}", "If-Match", "\"1\"").status())
        .isEqualTo(403);
    var ended = SERVICE.as("lead").post(path + "/end", "{\"reason\":\"旧\"}", "If-Match", "\"1\"");
    assertThat(ended.status()).isEqualTo(200);
    var story = CaseStory.open(SERVICE, 4);
    assertThat(
            story.tries("lead", "/templates", "{\"template\":\"%s\"}".formatted(nation)).status())
        .isEqualTo(400);
    assertThat(
            SERVICE
                .as("wuxi")
                .get("/api/v1/case-templates/" + template("t-4", "3201", ""))
                .status())
        .isEqualTo(404);
  }

  @Test
  void similar_cases_sayWhatTheyShare() {
    var story = CaseStory.open(SERVICE, 5);
    var like = CaseStory.open(SERVICE, 6).step("inspector", "begin-triage");
    like.does("inspector", "/outcome", "{\"outcome\":\"REASONABLE\",\"reason\":\"病情需要\"}")
        .step("inspector", "dismiss");
    var lessLike = CaseStory.open(SERVICE, OTHER_RULE);
    var merged = CaseStory.open(SERVICE, 7);
    merged.does(
        "inspector",
        "/steps",
        "{\"step\":\"merge\",\"reason\":\"同\",\"target\":\"%s\"}".formatted(story.id()));
    var elsewhere = open("lead", PHARMACY);

    // The last one opened: with it searches find all of them.
    await()
        .untilAsserted(
            () ->
                assertThat(ids(SERVICE.as("lead").get(story.path() + "/similar?size=50").json()))
                    .contains(elsewhere));
    var similar = SERVICE.as("nanjing").get(story.path() + "/similar?size=50").json();

    var ids = ids(similar);
    assertThat(ids)
        .contains(like.id(), lessLike.id())
        .doesNotContain(story.id(), merged.id(), elsewhere);
    assertThat(ids.indexOf(like.id())).isLessThan(ids.indexOf(lessLike.id()));
    var first = similar.get(ids.indexOf(like.id()));
    assertThat(first.at("/over").asBoolean()).isTrue();
    assertThat(first.at("/outcome").asText()).isEqualTo("REASONABLE");
    assertThat(first.at("/shared").findValuesAsText("what"))
        .contains("INSTITUTION", "RULES", "DOCTORS", "TITLE");
    assertThat(sum(first.at("/shared"))).isEqualTo(first.at("/score").asDouble());
    assertThat(first.at("/shared").toString()).doesNotContain("D320100000011");
    var last = similar.get(ids.indexOf(lessLike.id()));
    assertThat(last.at("/shared").findValuesAsText("what")).doesNotContain("RULES", "DOCTORS");
    assertThat(SERVICE.as("wuxi").get(story.path() + "/similar").status()).isEqualTo(404);
  }

  private static double sum(JsonNode shared) {
    double sum =
        StreamSupport.stream(shared.spliterator(), false)
            .mapToDouble(part -> part.at("/points").asDouble())
            .sum();
    return Math.round(sum * 10) / 10.0;
  }

  private static String open(String user, int number) {
    var body = "{\"title\":\"核查\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(number).id());
    return SERVICE.as(user).post("/api/v1/cases", body).json().at("/file/id").asText();
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.at("/id").asText())
        .toList();
  }

  private static String template(String key, String region, String family) {
    var made =
        SERVICE
            .as("lead")
            .post("/api/v1/case-templates", content(region, family), "Idempotency-Key", key);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().at("/id").asText();
  }

  private static String content(String region, String family) {
    return """
        {"name":"住院核查","region":"%s","families":[%s],
         "tasks":[{"title":"调取病案","days":5},{"title":"核对清单"}],
         "texts":[{"kind":"INTERVIEW_RECORD","title":"询问笔录","text":"关于{案件编号}一案，涉嫌金额 {涉嫌金额} 元。"}]}"""
        .formatted(region, family.isEmpty() ? "" : "\"" + family + "\"");
  }

  private static String day(int fromToday) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(Clock.systemUTC().millis()) + fromToday);
  }
}

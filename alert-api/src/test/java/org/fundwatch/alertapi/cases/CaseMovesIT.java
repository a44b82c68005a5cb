package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.testing.Http.Answer;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts come to cases, leave them and are merged, over HTTP on the real journal. */
final class CaseMovesIT {
  private static final Path FOLDER = folder();

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("nanjing", "inspector,lead", "3201")
          .with("fundwatch.evidence.folder", FOLDER.toString())
          .with("fundwatch.evidence.unnamed-for", "8s")
          .with("fundwatch.evidence.sweep-every", "500ms");

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int ALERTS = 40;
  private static final int ELSEWHERE = 38;
  private static final int PHARMACY = 39;
  private static final long FEN = 1_000;

  @BeforeAll
  static void index() {
    for (int number = 0; number < ALERTS; number++) {
      var alert = SampleAlert.of(number).amountFen(FEN);
      SERVICE.send(
          number >= ELSEWHERE ? alert.institution(SampleAlert.PHARMACY).alert() : alert.alert());
    }
    SERVICE.awaitIndexed();
  }

  @Test
  void alerts_added_arePartOfTheCaseAsTheyWereThen() {
    var story = CaseStory.open(SERVICE, 0);

    story.does("inspector", "/alerts", alerts("\"reason\":\"同一手法\"", 1, 2));

    var detail = story.detail("lead");
    assertThat(detail.at("/file/alertIds")).hasSize(3);
    assertThat(story.balance("SUSPECTED")).isEqualTo(3 * FEN);
    assertThat(caseOf(1)).isEqualTo(story.id());
    assertThat(detail.at("/events/1/zh").asText()).isEqualTo("并入预警");
    var snapshot = detail.at("/events/1/action/alerts/1/sha256").asText();
    var kept = SERVICE.as("lead").get(story.path() + "/snapshots/" + snapshot).json();
    assertThat(kept.at("/id").asText()).isEqualTo(SampleAlert.of(2).id());
    var again = story.tries("inspector", "/alerts", alerts("\"reason\":\"又一次\"", 1));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().at("/faults/0/found").asText()).contains("part of case " + story.id());
    var foreign = story.tries("lead", "/alerts", alerts("\"reason\":\"外地\"", ELSEWHERE));
    assertThat(foreign.status()).isEqualTo(422);
    assertThat(foreign.json().at("/missing/0/zh").asText()).isEqualTo("须属本案所在地区");
  }

  @Test
  void split_withATitle_makesACaseThatKnowsWhereItComesFrom() {
    var story = CaseStory.open(SERVICE, 3, 4, 5);

    story.does("inspector", "/split", alerts("\"reason\":\"另一科室\",\"title\":\"骨科\"", 4, 5));

    var id = story.id() + "-2";
    assertThat(story.detail("lead").at("/progress/links/0/caseId").asText()).isEqualTo(id);
    assertThat(story.detail("lead").at("/file/alertIds")).hasSize(1);
    assertThat(story.balance("SUSPECTED")).isEqualTo(FEN);
    var made = SERVICE.as("lead").get("/api/v1/cases/" + id).json();
    assertThat(made.at("/file/title").asText()).isEqualTo("骨科");
    assertThat(made.at("/file/suspectedFen").asLong()).isEqualTo(2 * FEN);
    assertThat(made.at("/file/alertIds")).hasSize(2);
    assertThat(made.at("/progress/links/0/caseId").asText()).isEqualTo(story.id());
    assertThat(made.at("/progress/links/0/relation").asText()).isEqualTo("SPLIT_FROM");
    assertThat(List.of(caseOf(3), caseOf(4), caseOf(5))).containsExactly(story.id(), id, id);
    var kept = made.at("/events/0/action/snapshots/0/sha256").asText();
    assertThat(SERVICE.as("lead").get("/api/v1/cases/" + id + "/snapshots/" + kept).status())
        .isEqualTo(200);
    // Numbers go on as if it had not been.
    assertThat(CaseStory.open(SERVICE, 6).id()).matches("C\\d{4}-\\d{6}");
  }

  @Test
  void split_withoutATitle_freesTheAlerts() {
    var story = CaseStory.open(SERVICE, 7, 8);

    story.does("inspector", "/split", alerts("\"reason\":\"与本案无关\"", 8));

    assertThat(caseOf(8)).isEmpty();
    assertThat(CaseStory.open(SERVICE, 8).detail("lead").at("/file/alertIds")).hasSize(1);
    var last = story.tries("inspector", "/split", alerts("\"reason\":\"全部\"", 7));
    assertThat(last.status()).isEqualTo(422);
    assertThat(last.json().at("/missing/0/zh").asText()).isEqualTo("本案至少须留一件预警");
    var foreign = story.tries("inspector", "/split", alerts("\"reason\":\"误\"", 8));
    assertThat(foreign.json().at("/faults/0/allowed").asText()).isEqualTo("alerts of this case");
  }

  @Test
  void split_repeated_isToldThatItIsDone() {
    var story = CaseStory.open(SERVICE, 9, 10);
    var body = alerts("\"reason\":\"另案\",\"title\":\"另案\"", 10);
    assertThat(story.tries("inspector", "/split", body).status()).isEqualTo(200);

    var again = story.tries("inspector", "/split", body);

    assertThat(again.status()).isEqualTo(412);
    assertThat(again.json().at("/changes/0/zh").asText()).isEqualTo("分案");
    assertThat(story.detail("lead").at("/events")).hasSize(2);
  }

  @Test
  void merged_case_goesWithAllItHas() {
    var into = CaseStory.open(SERVICE, 11, 12);
    var story = CaseStory.open(SERVICE, 13, 14);
    var bytes = "%PDF-1.7 笔录".getBytes(StandardCharsets.UTF_8);
    var attached = story.attaches("inspector", "笔录.pdf", bytes);
    assertThat(attached.status()).as(attached.text()).isEqualTo(200);
    var sha256 = attached.json().at("/progress/attachments/0/sha256").asText();
    story
        .does(
            "lead",
            "/tasks",
            "{\"tasks\":[{\"title\":\"调取病案\",\"assignee\":\"li\"},{\"title\":\"访谈\"}]}")
        .does("lead", "/tasks/3-2", "{\"state\":\"DONE\"}");

    var merged = merge(story, "inspector", into.id());

    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    assertThat(story.state()).isEqualTo("MERGED");
    assertThat(story.detail("lead").at("/file/alertIds")).isEmpty();
    assertThat(story.detail("lead").at("/progress/links/0/caseId").asText()).isEqualTo(into.id());
    assertThat(story.balance("SUSPECTED")).isZero();
    var there = into.detail("lead");
    assertThat(there.at("/file/alertIds")).hasSize(4);
    assertThat(into.balance("SUSPECTED")).isEqualTo(4 * FEN);
    assertThat(there.at("/progress/links/0/caseId").asText()).isEqualTo(story.id());
    assertThat(there.at("/progress/attachments/0/sha256").asText()).isEqualTo(sha256);
    assertThat(SERVICE.as("lead").download(into.path() + "/attachments/" + sha256))
        .isEqualTo(bytes);
    assertThat(there.at("/progress/tasks")).hasSize(1);
    assertThat(there.at("/progress/tasks/0/task/origin").asText()).isEqualTo(story.id() + " 3-1");
    assertThat(there.at("/progress/tasks/0/task/assignee").asText()).isEqualTo("li");
    assertThat(List.of(caseOf(11), caseOf(13), caseOf(14))).containsOnly(into.id());
    var late =
        SERVICE
            .as("lead")
            .post(
                story.path() + "/tasks",
                "{\"tasks\":[{\"title\":\"迟\"}]}",
                "If-Match",
                merged.tag());
    assertThat(late.status()).isEqualTo(409);
  }

  @Test
  void file_whoseEntryWasRefused_isRemovedAfterAWhile() {
    var into = CaseStory.open(SERVICE, 25);
    var story = CaseStory.open(SERVICE, 26);
    assertThat(story.attaches("inspector", "a.txt", bytes("归入案卷")).status()).isEqualTo(200);
    var merged = merge(story, "inspector", into.id());
    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    var closed = CaseStory.at(SERVICE, story.id(), merged.tag());

    assertThat(closed.attaches("inspector", "b.txt", bytes("未归入案卷")).status()).isEqualTo(409);

    assertThat(file("未归入案卷")).exists();
    await().atMost(LONG).untilAsserted(() -> assertThat(file("未归入案卷")).doesNotExist());
    assertThat(file("归入案卷")).exists();
    var named = Digests.of("归入案卷").sha256();
    assertThat(SERVICE.as("lead").download(into.path() + "/attachments/" + named))
        .isEqualTo(bytes("归入案卷"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path file(String text) {
    var name = Digests.of(text).sha256();
    return FOLDER.resolve(name.substring(0, 2)).resolve(name);
  }

  @Test
  void merge_thatCannotBe_changesNeither() {
    var into = CaseStory.open(SERVICE, 15);
    var story = CaseStory.open(SERVICE, 16);

    for (var target : List.of(story.id(), "C2020-000001", "", "S-" + "0".repeat(64))) {
      var refused = merge(story, "inspector", target);
      assertThat(refused.status()).as(target).isEqualTo(400);
      assertThat(refused.json().at("/faults/0/field").asText()).isEqualTo("target");
    }
    // A case goes into an earlier one: otherwise two could go into each other.
    assertThat(merge(into, "inspector", story.id()).status()).isEqualTo(400);
    into.step("inspector", "begin-triage").step("inspector", "dismiss");
    var over = merge(story, "inspector", into.id());
    assertThat(over.status()).isEqualTo(409);
    assertThat(over.json().at("/missing/0/zh").asText()).isEqualTo("“不成立”状态不能“接收并案”");
    assertThat(story.state()).isEqualTo("LEAD_NEW");
    var foreign = CaseStory.open(SERVICE, PHARMACY);
    assertThat(merge(foreign, "nanjing", into.id()).status()).isEqualTo(404);
    assertThat(merge(foreign, "lead", story.id()).status()).isEqualTo(422);
  }

  /** Two cases take the same alert at the same time: one of them has it, and both know. */
  @Test
  void alert_wantedByTwoCases_isInOne() throws Exception {
    var one = CaseStory.open(SERVICE, 17);
    var other = CaseStory.open(SERVICE, 18);
    var body = alerts("\"reason\":\"同一手法\"", 20, 21, 22, 23, 24);
    var pool = Executors.newFixedThreadPool(2);
    try {
      Callable<Answer> first = () -> one.tries("inspector", "/alerts", body);
      Callable<Answer> second = () -> other.tries("li", "/alerts", body);
      for (Future<Answer> answer : pool.invokeAll(List.of(first, second))) {
        assertThat(answer.get().status()).isIn(200, 400);
      }
    } finally {
      pool.shutdown();
    }

    for (var story : List.of(one, other)) {
      var ids = ids(story.detail("lead").at("/file/alertIds"));
      assertThat(story.balance("SUSPECTED")).isEqualTo(ids.size() * FEN);
    }
    for (int number = 20; number < 25; number++) {
      var id = SampleAlert.of(number).id();
      var holders =
          List.of(one, other).stream()
              .filter(story -> ids(story.detail("lead").at("/file/alertIds")).contains(id))
              .map(CaseStory::id)
              .toList();
      assertThat(holders).containsExactly(caseOf(number));
    }
  }

  private static Answer merge(CaseStory story, String user, String target) {
    return story.tries(
        user,
        "/steps",
        "{\"step\":\"merge\",\"reason\":\"同一机构\",\"target\":\"%s\"}".formatted(target));
  }

  private static String caseOf(int number) {
    return SERVICE
        .as("lead")
        .get("/api/v1/alerts/" + SampleAlert.of(number).id())
        .json()
        .at("/triage/caseId")
        .asText();
  }

  private static List<String> ids(JsonNode list) {
    var ids = new ArrayList<String>();
    list.forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static String alerts(String more, int... numbers) {
    var ids =
        Arrays.stream(numbers)
            .mapToObj(number -> "\"" + SampleAlert.of(number).id() + "\"")
            .toList();
    return "{%s,\"alertIds\":%s}".formatted(more, ids);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("evidence");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

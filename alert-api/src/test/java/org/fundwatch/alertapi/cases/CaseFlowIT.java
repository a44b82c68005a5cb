package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.testing.Browser;
import org.fundwatch.alertapi.testing.Http.Answer;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The procedure over HTTP, on the real journal. */
final class CaseFlowIT {
  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension()
          .withUser("wuxi", "inspector,lead", "3202")
          .with("fundwatch.procedure.folder", calendarDays().toString())
          .with("fundwatch.evidence.folder", folder("evidence").toString())
          .with("fundwatch.evidence.limit", "2000000B");

  private static final int ALERTS = 13;

  @BeforeAll
  static void index() {
    for (int number = 0; number < ALERTS; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(1_234_567).alert());
    }
    SERVICE.awaitIndexed();
  }

  @Test
  void case_fromOpeningToArchive_goesItsWay() {
    var story = CaseStory.open(SERVICE, 0).toStatement(200_000);
    var waiting = story.detail("lead");
    assertThat(waiting.at("/progress/clocks").findValuesAsText("limit"))
        .contains("CASE", "STATEMENT");
    assertThat(waiting.at("/progress/clocks/0/provenance").asText()).isEqualTo("PROPOSAL");

    story.does("li", "/statements", "{\"party\":\"INSTITUTION\",\"text\":\"系统故障\"}");
    int said = Integer.parseInt(story.tag().replace("\"", ""));
    story
        .does(
            "inspector",
            "/statements/" + said + "/answer",
            "{\"answer\":\"NOT_ADOPTED\",\"reply\":\"日志无故障\"}")
        .does("inspector", "/hearing/waiver", "{\"text\":\"书面放弃\"}")
        .files("lead", "COLLECTIVE_RECORD", "PENALTY_DECISION")
        .step("lead", "decide")
        .files("inspector", "DECISION_RECEIPT")
        .step("inspector", "serve");
    servedDecision_canBeContestedYet(story);
    story
        .files("inspector", "PAYMENT_SLIP")
        .step("inspector", "execute")
        .posts("VERIFIED", 900_000)
        .posts("RECOVERED", 900_000)
        .posts("FINE", 200_000)
        .posts("FINE_PAID", 200_000)
        .does("li", "/outcome", "{\"outcome\":\"VIOLATION_38\",\"reason\":\"查证属实\"}")
        .files("lead", "CLOSING_APPROVAL")
        .step("lead", "close")
        .files("inspector", "FILE_INDEX")
        .step("inspector", "archive");

    assertThat(story.state()).isEqualTo("ARCHIVED");
    assertThat(story.balance("SUSPECTED")).isEqualTo(1_234_567);
    assertThat(story.balance("RECOVERED")).isEqualTo(900_000);
    var refused = story.tries("li", "/documents", "{\"kind\":\"OTHER\",\"title\":\"迟到\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/missing/0/zh").asText()).isEqualTo("案件已处于“归档”，不能再办理");
    var export = SERVICE.as("lead").get(story.path() + "/export").json();
    assertThat(export.at("/progress/ledger")).hasSize(5);
    assertThat(export.at("/progress/ledger/4/sequence").asInt()).isPositive();
  }

  private static void servedDecision_canBeContestedYet(CaseStory story) {
    var served = story.detail("legal-reviewer").at("/progress");
    assertThat(served.at("/clocks").findValuesAsText("limit"))
        .containsExactly("PAYMENT", "RECONSIDERATION", "LITIGATION");
    assertThat(served.at("/clocks/2/unit").asText()).isEqualTo("MONTHS");
    assertThat(served.at("/clocks/2/provenance").asText()).isEqualTo("PROPOSAL");
    assertThat(served.at("/finality/stage").asText()).isEqualTo("OPEN");
    assertThat(served.at("/finality/finalFrom").asLong())
        .isEqualTo(served.at("/clocks/2/dueAt").asLong() + 1);
    assertThat(served.at("/finality/outstanding").asBoolean()).isTrue();
    var page = Browser.of(SERVICE.url(), "legal-reviewer").send("GET", "/cases/" + story.id(), "");
    assertThat(page.body()).contains("决定效力", "申请复议、起诉期限未满", "起诉期限", "期限为建议值，未与法律原文核对");
  }

  @Test
  void step_thatLacksSomething_isToldAllOfIt() {
    var story = CaseStory.open(SERVICE, 1);

    var early = story.triesStep("inspector", "watch");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().at("/missing/0/zh").asText()).isEqualTo("“新线索”状态不能“列入关注”");
    story.step("inspector", "begin-triage");
    var lacking = story.triesStep("inspector", "precheck");
    assertThat(lacking.status()).isEqualTo(422);
    assertThat(lacking.json().at("/missing/0/zh").asText()).isEqualTo("缺《线索登记表》");
    assertThat(lacking.json().at("/missing/0/en").asText())
        .isEqualTo("not on file: register of the lead");
    var unknown = story.triesStep("inspector", "jump");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().at("/missing/0/en").asText())
        .startsWith("step 'jump' is unknown; allowed: begin-triage, merge, ");
    var stale =
        SERVICE
            .as("inspector")
            .post(
                story.path() + "/steps",
                "{\"step\":\"watch\",\"reason\":\"再看\"}",
                "If-Match",
                "\"1\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/changes/0/zh").asText()).isEqualTo("开始初筛");
    assertThat(
            SERVICE.as("inspector").post(story.path() + "/steps", "{\"step\":\"watch\"}").status())
        .isEqualTo(428);
  }

  @Test
  void step_ofAnothersDuty_isForbidden() {
    var story = CaseStory.open(SERVICE, 2).toVerify().files("inspector", "FILING_APPROVAL");
    story.step("inspector", "propose-filing");

    var own = story.triesStep("inspector", "file");
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.json().at("/missing").findValuesAsText("zh"))
        .containsExactly("须由负责人办理", "不得审批自己经办的事项");
    for (var foreign : List.of("hotline", "admin", "auditor", "custodian", "rule-author")) {
      assertThat(story.triesStep(foreign, "file").status()).as(foreign).isEqualTo(403);
    }
    assertThat(story.triesStep("legal-reviewer", "file").status()).isEqualTo(403);
    assertThat(story.step("lead", "file").state()).isEqualTo("FILED");
  }

  @Test
  void writers_atTheSameTime_seeEachOther() throws Exception {
    var story = CaseStory.open(SERVICE, 3);
    var pool = Executors.newFixedThreadPool(8);
    try {
      var tries =
          IntStream.range(0, 8)
              .<Callable<Answer>>mapToObj(
                  number ->
                      () ->
                          story.tries(
                              number % 2 == 0 ? "inspector" : "li",
                              "/notes",
                              "{\"text\":\"第%d条\"}".formatted(number)))
              .toList();
      var statuses =
          pool.invokeAll(tries).stream()
              .map(
                  future -> {
                    try {
                      return future.get().status();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList();

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
      assertThat(story.detail("lead").at("/events")).hasSize(2);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void clocks_pauseAndExtend_withAnothersWord() {
    var story = CaseStory.open(SERVICE, 4).toVerify();
    long due = story.detail("li").at("/progress/clocks/0/dueAt").asLong();
    assertThat(due).isPositive();

    story.does("li", "/pauses", "{\"reason\":\"EXPERT_OPINION\",\"text\":\"病案评审\"}");
    assertThat(story.detail("li").at("/progress/clocks/0/dueAt").isNull()).isTrue();
    assertThat(story.triesStep("li", "propose-filing").status()).isEqualTo(409);
    story.does("li", "/pauses/end", "{\"text\":\"意见已出\"}");
    story.does("li", "/extensions", "{\"limit\":\"VERIFY\",\"amount\":3,\"reason\":\"复杂\"}");
    assertThat(
            story.tries("li", "/extensions/answer", "{\"granted\":true,\"reason\":\"好\"}").status())
        .isEqualTo(403);
    story.does("lead", "/extensions/answer", "{\"granted\":true,\"reason\":\"同意\"}");

    assertThat(story.detail("li").at("/progress/clocks/0/dueAt").asLong()).isGreaterThan(due);
  }

  @Test
  void list_filtersByWhereCasesAre() {
    var story = CaseStory.open(SERVICE, 5).toVerify();
    var file = story.detail("lead").at("/file");
    long due = file.at("/dueAt").asLong();

    assertThat(listed("state=VERIFY&officer=li")).contains(story.id());
    assertThat(listed("state=FILED")).doesNotContain(story.id());
    assertThat(listed("officer=nobody")).isEmpty();
    assertThat(listed("dueBefore=" + (due + 1))).contains(story.id());
    assertThat(listed("dueBefore=" + due)).doesNotContain(story.id());
    assertThat(listed("institution=" + file.at("/institution").asText())).contains(story.id());
    assertThat(listed("institution=H0")).isEmpty();
    assertThat(listed("region=" + file.at("/region").asText().substring(0, 2)))
        .contains(story.id());
    assertThat(listed("region=99")).isEmpty();
    assertThat(SERVICE.as("lead").get("/api/v1/cases?state=GONE").status()).isEqualTo(400);
  }

  @Test
  void sideTracks_goBesideTheCase() {
    var story = CaseStory.open(SERVICE, 6).toVerify();
    story
        .files("li", "CORRECTION_ORDER", "INTERVIEW_RECORD", "INVESTIGATION_REPORT")
        .step("lead", "suspend-settlement")
        .step("li", "propose-police");
    assertThat(story.triesStep("li", "approve-police").status()).isEqualTo(403);
    story
        .step("lead", "approve-police")
        .files("li", "POLICE_LETTER", "ARTICLES_LIST")
        .step("li", "send-police")
        .step("lead", "lift-suspension");

    var states = story.detail("lead").at("/progress/states");
    assertThat(states.findValuesAsText("state"))
        .containsExactly("VERIFY", "NOT_SUSPENDED", "POLICE_SENT", "REFERRAL_NONE", "REMEDY_NONE");
    assertThat(listed("state=POLICE_SENT")).contains(story.id());
  }

  @Test
  void reopened_caseBeginsANewRound() {
    var story = CaseStory.open(SERVICE, 7).step("inspector", "begin-triage");
    story.step("inspector", "dismiss");
    assertThat(story.triesStep("inspector", "reopen").status()).isEqualTo(403);

    story.step("lead", "reopen").step("inspector", "triage-again");

    assertThat(story.state()).isEqualTo("TRIAGE");
    assertThat(story.detail("lead").at("/progress/round").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/steps~ {}~ step~ must not be blank",
        "/steps~ {\"step\":1}~ step~ text",
        "/steps~ {\"step\":\"a\",\"more\":1}~ more~ reason, step, target",
        "/documents~ {\"kind\":\"OTHER\",\"title\":\"a\",\"attachment\":\"x\"}~ attachment~ a SHA-256"
            + " in hexadecimal",
        "/pauses~ {\"reason\":\"LUNCH\",\"text\":\"a\"}~ reason~ EXPERT_OPINION, HEARING,"
            + " ANNOUNCEMENT, ASSISTANCE",
        "/ledger~ {\"account\":\"FINE\",\"amount\":1.5,\"text\":\"a\"}~ amount~ a whole number",
        "/ledger~ {\"account\":\"FINE\",\"amount\":1,\"corrects\":-1,\"text\":\"a\"}~ corrects~ must"
            + " be greater than or equal to 0",
        "/extensions~ {\"limit\":\"CASE\",\"reason\":\"a\"}~ amount~ must not be null",
      })
  void body_wrong_isNamedWithWhatIsAllowed(String what, String body, String field, String allowed) {
    var answer =
        SERVICE
            .as("inspector")
            .post("/api/v1/cases/C2026-000001" + what, body, "If-Match", "\"1\"");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/faults/0/allowed").asText()).isEqualTo(allowed);
  }

  @Test
  void case_ofAnotherRegion_isUnknown() {
    var story = CaseStory.open(SERVICE, 8);

    assertThat(SERVICE.as("wuxi").get(story.path()).status()).isEqualTo(404);
    assertThat(story.triesStep("wuxi", "begin-triage").status()).isEqualTo(404);
    assertThat(SERVICE.as("wuxi").get("/api/v1/cases").json().at("/items")).isEmpty();
    var foreign =
        SERVICE
            .as("wuxi")
            .post(
                "/api/v1/cases",
                "{\"title\":\"外地\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(9).id()));
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.json().at("/faults/0/allowed").asText()).isEqualTo("ids of alerts");
  }

  @Test
  void attachment_isKeptByItsBytesAndServedBack() {
    var story = CaseStory.open(SERVICE, 10);
    var pdf = "%PDF-1.7 案件调查报告".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    var attached = story.attaches("inspector", "报告.exe", pdf);
    assertThat(attached.status()).as(attached.text()).isEqualTo(200);
    var file = attached.json().at("/progress/attachments/0");
    assertThat(file.at("/type").asText()).isEqualTo("PDF");
    assertThat(file.at("/size").asLong()).isEqualTo(pdf.length);
    assertThat(file.at("/sm3").asText()).hasSize(64);
    var sha256 = file.at("/sha256").asText();
    assertThat(SERVICE.as("lead").download(story.path() + "/attachments/" + sha256)).isEqualTo(pdf);
    story.does(
        "inspector",
        "/documents",
        "{\"kind\":\"INVESTIGATION_REPORT\",\"title\":\"1号\",\"attachment\":\"%s\"}"
            .formatted(sha256));
    var unknown =
        story.tries(
            "inspector",
            "/documents",
            "{\"kind\":\"OTHER\",\"title\":\"1号\",\"attachment\":\"%s\"}"
                .formatted("0".repeat(64)));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().at("/missing/0/zh").asText()).isEqualTo("附件不在本案卷内，须先上传");

    assertThat(story.attaches("inspector", "a.pdf", new byte[] {'M', 'Z', 0}).status())
        .isEqualTo(415);
    assertThat(story.attaches("inspector", "b.pdf", new byte[2_000_001]).status()).isEqualTo(413);
    assertThat(story.attaches("hotline", "c.pdf", pdf).status()).isEqualTo(403);
    assertThat(story.attaches("wuxi", "d.pdf", pdf).status()).isEqualTo(404);
    for (var foreign : List.of("0".repeat(64), "..%2Fx", "A".repeat(64))) {
      assertThat(SERVICE.as("lead").get(story.path() + "/attachments/" + foreign).status())
          .isIn(400, 404);
    }
  }

  @Test
  void snapshot_keepsTheAlertAsItWas() {
    var alert = SampleAlert.of(11);
    var story = CaseStory.open(SERVICE, 11);
    var snapshot = story.detail("lead").at("/events/0/action/snapshots/0");
    assertThat(snapshot.at("/alertId").asText()).isEqualTo(alert.id());

    SERVICE.send(alert.version(2).amountFen(1).alert());
    SERVICE.awaitIndexed();

    var kept =
        SERVICE
            .as("lead")
            .get(story.path() + "/snapshots/" + snapshot.at("/sha256").asText())
            .json();
    assertThat(kept.at("/version").asInt()).isEqualTo(1);
    assertThat(kept.at("/amountFen").asLong()).isEqualTo(1_234_567);
    assertThat(kept.at("/findings/0/rule/version").asInt()).isPositive();
    assertThat(kept.at("/person").asText()).contains("***");
    var other = CaseStory.open(SERVICE, 12);
    assertThat(
            SERVICE
                .as("lead")
                .get(other.path() + "/snapshots/" + snapshot.at("/sha256").asText())
                .status())
        .isEqualTo(404);
  }

  /** Durations that do not need the table of a year in which the test may run. */
  private static Path calendarDays() {
    try {
      var folder = folder("procedure");
      Files.writeString(
          folder.resolve("terms.csv"),
          """
          key,region,from,to,value,unit,provenance,source
          precheck,,,,10,DAYS,proposal,试
          verify,,,,15,DAYS,proposal,试
          verify.extension,,,,15,DAYS,proposal,试
          statement,,,,5,DAYS,proposal,试
          """);
      // Whenever this runs, the next year is known: without holidays.
      for (int year = 2026; year < 2060; year++) {
        Files.writeString(
            folder.resolve("workdays-%d.csv".formatted(year)),
            "from,to,kind,name,provenance,source\n");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> listed(String filter) {
    return SERVICE
        .as("lead")
        .get("/api/v1/cases?" + filter)
        .json()
        .at("/items")
        .findValuesAsText("id");
  }
}

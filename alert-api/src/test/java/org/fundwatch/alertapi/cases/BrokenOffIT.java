package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.fundwatch.alertapi.journal.DyingWriter;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.CaseLoad;
import org.fundwatch.alertapi.procedure.Grouping.AlertsAdded;
import org.fundwatch.alertapi.procedure.Grouping.AlertsLeft;
import org.fundwatch.alertapi.procedure.Grouping.CaseReceived;
import org.fundwatch.alertapi.procedure.Grouping.MergedInto;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who moves alerts dies between the entry that decides and what follows from it, at each place: the
 * relay of the service that lives does the rest, once.
 */
final class BrokenOffIT {
  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int ALERTS = 20;
  private static final long FEN = 1_000;
  private static DyingWriter writer;

  @BeforeAll
  static void index() {
    for (int number = 0; number < ALERTS; number++) {
      SERVICE.send(SampleAlert.of(number).amountFen(FEN).alert());
    }
    SERVICE.awaitIndexed();
    writer = new DyingWriter(SERVICE.settings());
  }

  @AfterAll
  static void close() {
    writer.close();
  }

  @Test
  void opening_thatDiedBeforeItsAlertsKnew_isMadeUpFor() {
    var kept = snapshots(freed(0)).subList(0, 1);

    writes("C2020-000001", 0, opened(kept, ""));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(0)).isEqualTo("C2020-000001"));
    assertThat(detail("C2020-000001").at("/file/alertIds")).hasSize(1);
  }

  @Test
  void split_thatDiedBeforeTheOtherCase_isMadeUpFor() {
    var story = CaseStory.open(SERVICE, 2, 3);
    var into = story.id() + "-2";

    writes(story.id(), 1, left(snapshots(story).subList(1, 2), into));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(3)).isEqualTo(into));
    assertThat(caseOf(2)).isEqualTo(story.id());
    assertThat(detail(into).at("/events")).hasSize(1);
    assertThat(detail(into).at("/file/suspectedFen").asLong()).isEqualTo(FEN);
    assertThat(story.balance("SUSPECTED")).isEqualTo(FEN);
  }

  @Test
  void split_thatDiedBeforeTheAlertsKnew_isMadeUpFor() {
    var story = CaseStory.open(SERVICE, 4, 5);
    var into = story.id() + "-2";
    var leaving = snapshots(story).subList(1, 2);

    writes(story.id(), 1, left(leaving, into));
    writesIfFirst(into, opened(leaving, story.id()));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(5)).isEqualTo(into));
    assertThat(detail(into).at("/events")).hasSize(1);
  }

  @Test
  void release_thatDiedBeforeTheAlertKnew_isMadeUpFor() {
    var story = CaseStory.open(SERVICE, 6, 7);

    writes(story.id(), 1, left(snapshots(story).subList(1, 2), ""));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(7)).isEmpty());
    assertThat(caseOf(6)).isEqualTo(story.id());
  }

  @Test
  void merge_thatDiedBeforeTheOtherCase_isMadeUpForOnce() {
    var into = CaseStory.open(SERVICE, 8);
    var story = CaseStory.open(SERVICE, 9, 10);
    var load = load(story);

    writes(story.id(), 1, new MergedInto(into.id(), "同一机构", load));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(10)).isEqualTo(into.id()));
    assertThat(into.balance("SUSPECTED")).isEqualTo(3 * FEN);
    assertThat(into.detail("lead").at("/progress/tasks")).hasSize(1);
    assertThat(story.state()).isEqualTo("MERGED");
    SERVICE.restart(() -> {});
    SERVICE.awaitRelayed();
    assertThat(kinds(into.detail("lead"))).containsExactly("OPENED", "CASE_RECEIVED");
  }

  /** The other case had received it, and went on into a third one, before anybody knew. */
  @Test
  void merge_intoACaseThatWentOn_arrivesWhereThatOneIs() {
    var third = CaseStory.open(SERVICE, 11);
    var into = CaseStory.open(SERVICE, 12);
    var story = CaseStory.open(SERVICE, 13);

    writes(into.id(), 1, new MergedInto(third.id(), "同一机构", load(into)));
    writes(story.id(), 1, new MergedInto(into.id(), "同一机构", load(story)));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(13)).isEqualTo(third.id()));
    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(12)).isEqualTo(third.id()));
    assertThat(third.balance("SUSPECTED")).isEqualTo(3 * FEN);
    assertThat(third.detail("lead").at("/file/alertIds")).hasSize(3);
  }

  @Test
  void merge_thatDiedBeforeTheAlertsKnew_isMadeUpFor() {
    var into = CaseStory.open(SERVICE, 14);
    var story = CaseStory.open(SERVICE, 15);
    var load = load(story);

    writes(into.id(), 1, new CaseReceived(story.id(), 2, "同一机构", load));
    writes(story.id(), 1, new MergedInto(into.id(), "同一机构", load));

    await().atMost(LONG).untilAsserted(() -> assertThat(caseOf(15)).isEqualTo(into.id()));
    SERVICE.awaitRelayed();
    assertThat(kinds(into.detail("lead"))).containsExactly("OPENED", "CASE_RECEIVED");
  }

  /** Two cases took the same alert, and the writer of the later entry died. */
  @Test
  void alert_thatIsElsewhere_leavesWithItsMoney() {
    var first = CaseStory.open(SERVICE, 16);
    var second = CaseStory.open(SERVICE, 17);
    var taken = snapshots(first);

    writes(second.id(), 1, new AlertsAdded(taken, "320102", "H32010000001", FEN, "补"));

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(kinds(second.detail("lead")))
                    .containsExactly("OPENED", "ALERTS_ADDED", "ALERTS_ELSEWHERE"));
    assertThat(caseOf(16)).isEqualTo(first.id());
    assertThat(second.balance("SUSPECTED")).isEqualTo(FEN);
    assertThat(second.detail("lead").at("/file/alertIds")).hasSize(1);
  }

  /** A case of an alert and its neighbour, which is free again. */
  private static CaseStory freed(int number) {
    var story = CaseStory.open(SERVICE, number, number + 1);
    return story.does(
        "inspector",
        "/split",
        "{\"reason\":\"误\",\"alertIds\":[\"%s\"]}".formatted(SampleAlert.of(number).id()));
  }

  private static void writes(String id, int after, CaseAction action) {
    writer.append(id, after, action.type(), action, "li");
  }

  /** The relay may have been as fast. */
  private static void writesIfFirst(String id, Opened opened) {
    try {
      writes(id, 0, opened);
    } catch (ConflictException e) {
      assertThat(detail(id).at("/events/0/kind").asText()).isEqualTo("OPENED");
    }
  }

  private static Opened opened(List<Snapshot> alerts, String from) {
    return new Opened(
        "题",
        "320102",
        "H32010000001",
        alerts.stream().map(Snapshot::alertId).toList(),
        alerts.size() * FEN,
        alerts,
        from);
  }

  private static AlertsLeft left(List<Snapshot> alerts, String into) {
    return new AlertsLeft(
        alerts,
        into,
        into.isEmpty() ? "" : "题",
        "320102",
        "H32010000001",
        "H32010000001",
        alerts.size() * FEN,
        "另案");
  }

  private static CaseLoad load(CaseStory story) {
    var alerts = snapshots(story);
    return new CaseLoad(
        "题",
        "320102",
        "H32010000001",
        alerts,
        alerts.size() * FEN,
        List.of(),
        List.of(new NewTask("访谈", "li", "", story.id() + " 1-1")));
  }

  /** The first alerts of a case as its opening names them. */
  private static List<Snapshot> snapshots(CaseStory story) {
    return StreamSupport.stream(
            story.detail("lead").at("/events/0/action/snapshots").spliterator(), false)
        .map(
            one ->
                new Snapshot(
                    one.at("/alertId").asText(),
                    one.at("/version").asInt(),
                    one.at("/sha256").asText(),
                    one.at("/rows").asText()))
        .limit(2)
        .toList();
  }

  private static List<String> kinds(JsonNode detail) {
    return detail.at("/events").findValuesAsText("kind");
  }

  private static JsonNode detail(String id) {
    return SERVICE.as("lead").get("/api/v1/cases/" + id).json();
  }

  private static String caseOf(int number) {
    return SERVICE
        .as("lead")
        .get("/api/v1/alerts/" + SampleAlert.of(number).id())
        .json()
        .at("/triage/caseId")
        .asText();
  }
}

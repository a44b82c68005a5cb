package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fundwatch.alertapi.procedure.CaseLink.Relation;
import org.fundwatch.alertapi.procedure.Grouping.AlertsAdded;
import org.fundwatch.alertapi.procedure.Grouping.AlertsLeft;
import org.fundwatch.alertapi.procedure.Grouping.CaseReceived;
import org.fundwatch.alertapi.procedure.Grouping.MergedInto;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.fundwatch.alertapi.procedure.Money.Posted;
import org.fundwatch.alertapi.procedure.Paper.FileAttached;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.procedure.Tasking.TaskChanged;
import org.fundwatch.alertapi.procedure.Tasking.TasksSet;
import org.junit.jupiter.api.Test;

/** Alerts that come and go, and what goes with them. */
final class GroupingTest {
  private static final Procedure PROCEDURE = Procedure.of(null);
  private static final Actor LI = new Actor("li", Set.of(Duty.OFFICER));
  private static final Actor HEAD = new Actor("zhao", Set.of(Duty.HEAD));
  private static final long NOW = 1_780_000_000_000L;

  private final List<CaseEntry> entries = new ArrayList<>();

  @Test
  void alerts_thatCome_bringTheirMoneyAndTheirInstitution() {
    open("H1", "A1", "A2");
    add(LI, new AlertsAdded(List.of(alert("A3")), "320102", "H2", 300, "同一手法"));

    var state = state();
    assertThat(state.alerts()).extracting(Snapshot::alertId).containsExactly("A1", "A2", "A3");
    assertThat(state.institution()).isEmpty();
    assertThat(state.ledger().balance(Account.SUSPECTED)).isEqualTo(1_300);
    assertThat(refusals(LI, new AlertsAdded(List.of(alert("A4")), "320203", "H3", 1, "外地")))
        .containsExactly("须属本案所在地区");
    assertThat(refusals(LI, new AlertsAdded(List.of(alert("A4")), "320102", "H1", 1, " ")))
        .containsExactly("须写明理由");
  }

  @Test
  void alerts_thatGo_takeTheirMoneyAlong() {
    open("H1", "A1", "A2");

    assertThat(refusals(LI, left(1_000, "", "A1", "A2"))).containsExactly("本案至少须留一件预警");
    assertThat(refusals(LI, left(1_001, "", "A1"))).containsExactly("移出预警的涉嫌金额不得超过账上余额，须先更正");
    assertThat(refusals(new Actor("x", Set.of(Duty.LEGAL_REVIEWER)), left(1, "", "A1")))
        .containsExactly("须由办案人员或负责人办理", "指派办案人员后须为本案办案人员或负责人");
    add(LI, left(400, "C2026-000001-2", "A1"));

    var state = state();
    assertThat(state.alerts()).extracting(Snapshot::alertId).containsExactly("A2");
    assertThat(state.snapshots()).hasSize(2);
    assertThat(state.ledger().balance(Account.SUSPECTED)).isEqualTo(600);
    assertThat(state.links())
        .containsExactly(new CaseLink(2, Relation.SPLIT_INTO, "C2026-000001-2"));
    // What left can come back with its alert alone: it is no line to correct.
    assertThat(refusals(LI, new Posted(Account.SUSPECTED, 400, "", 2, "更正"))).isNotEmpty();
  }

  @Test
  void split_afterMoneyWasVerified_isRefused() {
    open("H1", "A1", "A2");
    add(LI, new Posted(Account.VERIFIED, 10, "", 0, "核对"));

    assertThat(refusals(LI, left(1, "", "A1"))).containsExactly("已有查实、退回等金额入账，不能分开，须先更正为零");
    add(LI, new Posted(Account.VERIFIED, -10, "", 2, "更正"));
    assertThat(refusals(LI, left(1, "", "A1"))).isEmpty();
  }

  @Test
  void split_whereSomebodyDecides_isRefused() {
    open("H1", "A1", "A2");
    add(LI, new Stepped("begin-triage", "", ""));
    add(LI, new Stepped("dismiss", "不成立", ""));

    assertThat(refusals(LI, left(1, "", "A1"))).containsExactly("“不成立”状态不能“移出预警、分案”");
    assertThat(refusals(LI, new AlertsAdded(List.of(alert("A3")), "320102", "H1", 1, "补")))
        .containsExactly("“不成立”状态不能“并入预警”");
  }

  @Test
  void merged_caseIsEmptyAndOver_andTheOtherHasAll() {
    open("H1", "A1", "A2");
    add(LI, new FileAttached("a.pdf", "PDF", 3, "ab", "cd"));
    add(
        LI,
        new TasksSet(
            List.of(new NewTask("调取病案", "li", "2026-12-01", ""), new NewTask("访谈", "li", "", ""))));
    add(LI, new TaskChanged("3-2", CaseTask.State.DONE, "li", "", ""));
    var before = state();
    var load =
        new CaseLoad(
            "分解住院",
            "320102",
            "H1",
            before.alerts(),
            before.ledger().balance(Account.SUSPECTED),
            before.attachments(),
            List.of(new NewTask("调取病案", "li", "2026-12-01", "C2026-000002 3-1")));
    add(LI, new MergedInto("C2026-000001", "同一机构", load));

    var merged = state();
    assertThat(merged.main()).isEqualTo(State.MERGED);
    assertThat(merged.mergedInto()).isEqualTo("C2026-000001");
    assertThat(merged.alerts()).isEmpty();
    assertThat(merged.ledger().balance(Account.SUSPECTED)).isZero();
    assertThat(merged.tasks())
        .extracting(CaseTask::state)
        .containsExactly(CaseTask.State.MOVED, CaseTask.State.DONE);
    entries.clear();
    open("H1", "A9");
    add(HEAD, new CaseReceived("C2026-000002", 5, "同一机构", load));
    var into = state();
    assertThat(into.alerts()).extracting(Snapshot::alertId).containsExactly("A9", "A1", "A2");
    assertThat(into.institution()).isEqualTo("H1");
    assertThat(into.ledger().balance(Account.SUSPECTED)).isEqualTo(2_000);
    assertThat(into.attachments()).extracting(AttachedFile::sha256).containsExactly("ab");
    assertThat(into.tasks()).extracting(CaseTask::origin).containsExactly("C2026-000002 3-1");
    assertThat(into.links()).containsExactly(new CaseLink(2, Relation.RECEIVED, "C2026-000002"));
  }

  /** Whatever comes and goes: what the ledger suspects is what the alerts in the case bring. */
  @Property(tries = 200, seed = "20261122")
  void ledger_alwaysSuspectsWhatTheAlertsBring(@ForAll long seed) {
    entries.clear();
    var random = new Random(seed);
    Map<String, Long> inside = new TreeMap<>();
    inside.put("A0", 1_000L);
    open("H1", "A0");
    for (int i = 1; i < 60; i++) {
      if (random.nextBoolean()) {
        long fen = random.nextInt(1_000);
        var id = "A" + random.nextInt(20);
        if (!inside.containsKey(id)) {
          inside.put(id, fen);
          add(LI, new AlertsAdded(List.of(alert(id)), "320102", "H1", fen, "补"));
        }
      } else {
        var id = List.copyOf(inside.keySet()).get(random.nextInt(inside.size()));
        var left = left(inside.get(id), random.nextBoolean() ? "" : "C-" + i, id);
        assertThat(refusals(LI, left).isEmpty()).isEqualTo(inside.size() > 1);
        if (inside.size() > 1) {
          inside.remove(id);
          add(LI, left);
        }
      }
      assertThat(state().alerts().stream().map(Snapshot::alertId))
          .containsExactlyInAnyOrderElementsOf(inside.keySet());
      assertThat(state().ledger().balance(Account.SUSPECTED))
          .isEqualTo(inside.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  private void open(String institution, String... alerts) {
    var snapshots = List.of(alerts).stream().map(GroupingTest::alert).toList();
    entries.add(
        new CaseEntry(
            1,
            NOW,
            "li",
            new Opened("分解住院", "320102", institution, List.of(alerts), 1_000, snapshots)));
  }

  private void add(Actor actor, CaseAction action) {
    assertThat(refusals(actor, action)).as("%s", action).isEmpty();
    entries.add(new CaseEntry(entries.size() + 1, NOW, actor.name(), action));
  }

  private List<String> refusals(Actor actor, CaseAction action) {
    return PROCEDURE.missing(state(), action, actor, NOW).stream().map(Missing::zh).toList();
  }

  private CaseState state() {
    return CaseState.of(entries);
  }

  private static AlertsLeft left(long fen, String into, String... alerts) {
    return new AlertsLeft(
        List.of(alerts).stream().map(GroupingTest::alert).toList(),
        into,
        into.isEmpty() ? "" : "另案",
        "320102",
        "H1",
        "H1",
        fen,
        "非同一手法");
  }

  private static Snapshot alert(String id) {
    return new Snapshot(id, 1, "hash of " + id, "");
  }
}

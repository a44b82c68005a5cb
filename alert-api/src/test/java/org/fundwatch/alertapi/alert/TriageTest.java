package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.junit.jupiter.api.Test;

final class TriageTest {
  private final List<TriageEvent> events = new ArrayList<>();

  @Test
  void changes_inARow_keepEveryEvent() {
    then("li", Action.ASSIGNED, "wang");
    then("li", Action.DISMISSED, "REASONABLE");
    then("li", Action.REOPENED, "");
    then("li", Action.ADDED_TO_CASE, "C2026-000001");
    then("li", Action.CONFIRMED, "FRAUD_40");

    var triage = triage();
    assertThat(triage.state()).isEqualTo(TriageState.CONFIRMED);
    assertThat(triage.assignee()).isEqualTo("li");
    assertThat(triage.disposition()).isEqualTo("FRAUD_40");
    assertThat(triage.reason()).isEqualTo("why 5");
    assertThat(triage.judged()).containsExactly("R5");
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
    assertThat(triage.revision()).isEqualTo(5);
    assertThat(triage.alertVersion()).isEqualTo(3);
    assertThat(triage.changedAt()).isEqualTo(5_000);
    assertThat(triage.events()).isEqualTo(events);
  }

  @Test
  void reopened_afterDecision_clearsItButKeepsTheCase() {
    then("li", Action.ADDED_TO_CASE, "C2026-000001");
    then("li", Action.DISMISSED, "UNFOUNDED");
    then("wang", Action.REOPENED, "");

    var triage = triage();
    assertThat(triage.state()).isEqualTo(TriageState.ASSIGNED);
    assertThat(triage.assignee()).isEqualTo("wang");
    assertThat(triage.disposition()).isEmpty();
    assertThat(triage.reason()).isEmpty();
    assertThat(triage.judged()).isEmpty();
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
  }

  @Test
  void taken_isFreeAgainWhenItsTimeIsOver() {
    until("li", Action.TAKEN, 9_000);

    var triage = triage();
    assertThat(triage.state()).isEqualTo(TriageState.NEW);
    assertThat(triage.takenFrom("wang", 8_999)).isTrue();
    assertThat(triage.takenFrom("li", 8_999)).isFalse();
    assertThat(triage.takenFrom("wang", 9_000)).isFalse();
    then("li", Action.RELEASED, "");
    assertThat(triage().takenFrom("wang", 8_999)).isFalse();
  }

  @Test
  void snoozed_andWoken_goesBackToWhoHadIt() {
    then("li", Action.ASSIGNED, "wang");
    until("wang", Action.TAKEN, 9_000);
    until("wang", Action.SNOOZED, 50_000);
    assertThat(triage().state()).isEqualTo(TriageState.SNOOZED);
    assertThat(triage().snoozedUntil()).isEqualTo(50_000);
    assertThat(triage().takenBy()).isEmpty();

    then("fundwatch", Action.WOKEN, "");
    assertThat(triage().state()).isEqualTo(TriageState.ASSIGNED);
    assertThat(triage().assignee()).isEqualTo("wang");
    assertThat(triage().snoozedUntil()).isZero();
  }

  @Test
  void undone_isAsIfItHadNeverBeen_butIsRemembered() {
    then("li", Action.ASSIGNED, "wang");
    var before = triage();
    then("wang", Action.DISMISSED, "REASONABLE");
    then("wang", Action.UNDONE, "2");

    var triage = triage();
    assertThat(triage.state()).isEqualTo(before.state());
    assertThat(triage.assignee()).isEqualTo("wang");
    assertThat(triage.disposition()).isEmpty();
    assertThat(triage.judged()).isEmpty();
    assertThat(triage.revision()).isEqualTo(3);
    assertThat(triage.events()).hasSize(3);

    then("wang", Action.CONFIRMED, "FRAUD_40");
    assertThat(triage().state()).isEqualTo(TriageState.CONFIRMED);
  }

  @Test
  void undone_whateverItWas_givesTheStateBefore() {
    for (var action : Action.values()) {
      if (!action.undoable()) {
        continue;
      }
      events.clear();
      then("li", Action.ASSIGNED, "wang");
      then("li", Action.LABELLED, "b");
      then("li", Action.LINKED, "A2");
      then("li", Action.LINKED_REPORT, "R1");
      var before = triage();
      then("li", action, action == Action.CONFIRMED ? "FRAUD_40" : detail(action));
      then("li", Action.UNDONE, "5");

      assertThat(triage())
          .as(action.name())
          .usingRecursiveComparison()
          .ignoringFields("revision", "changedAt", "events")
          .isEqualTo(before);
    }
  }

  @Test
  void labelsAndLinks_areSetsInOrder() {
    then("li", Action.LABELLED, "重点");
    then("li", Action.LABELLED, "回访");
    then("li", Action.LABELLED, "重点");
    then("li", Action.LINKED, "A2");
    then("li", Action.LINKED_REPORT, "R1");
    assertThat(triage().labels()).containsExactly("回访", "重点");
    assertThat(triage().links()).containsExactly("A2");
    assertThat(triage().reports()).containsExactly("R1");

    then("li", Action.UNLABELLED, "重点");
    then("li", Action.UNLINKED, "A2");
    then("li", Action.UNLINKED_REPORT, "R1");
    assertThat(triage().labels()).containsExactly("回访");
    assertThat(triage().links()).isEmpty();
    assertThat(triage().reports()).isEmpty();
  }

  @Test
  void suppressed_isPutAside_andComesBack() {
    then("fundwatch", Action.SUPPRESSED, "suppression-1");
    assertThat(triage().state()).isEqualTo(TriageState.SUPPRESSED);
    assertThat(triage().suppression()).isEqualTo("suppression-1");

    then("fundwatch", Action.UNSUPPRESSED, "suppression-1");
    assertThat(triage().state()).isEqualTo(TriageState.NEW);
    assertThat(triage().suppression()).isEmpty();
  }

  @Test
  void sampled_staysOpen_andIsMarked() {
    then("fundwatch", Action.SAMPLED, "suppression-1");

    assertThat(triage().state()).isEqualTo(TriageState.NEW);
    assertThat(triage().sample()).isTrue();
    then("li", Action.CONFIRMED, "FRAUD_40");
    assertThat(triage().sample()).isTrue();
    assertThat(triage().suppression()).isEqualTo("suppression-1");
  }

  @Test
  void rechecked_withoutAgreement_isOpenToAll() {
    add("li", Action.DISMISSED, "REASONABLE", 0, "bulk-1", true);
    assertThat(triage().recheck()).isEqualTo("bulk-1");

    then("wang", Action.RECHECKED, "DISAGREED");
    assertThat(triage().recheck()).isEmpty();
    assertThat(triage().state()).isEqualTo(TriageState.NEW);
    assertThat(triage().assignee()).isEmpty();
  }

  @Test
  void rechecked_withAgreement_stands() {
    add("li", Action.DISMISSED, "REASONABLE", 0, "bulk-1", true);
    then("wang", Action.RECHECKED, "AGREED");

    assertThat(triage().recheck()).isEmpty();
    assertThat(triage().state()).isEqualTo(TriageState.DISMISSED);
    assertThat(triage().disposition()).isEqualTo("REASONABLE");
  }

  private static String detail(Action action) {
    return switch (action) {
      case DISMISSED -> "REASONABLE";
      case UNLABELLED -> "b";
      case UNLINKED -> "A2";
      case UNLINKED_REPORT -> "R1";
      default -> "other";
    };
  }

  private void then(String by, Action action, String detail) {
    add(by, action, detail, 0, "", false);
  }

  private void until(String by, Action action, long until) {
    add(by, action, "", until, "", false);
  }

  private void add(
      String by, Action action, String detail, long until, String batch, boolean recheck) {
    int revision = events.size() + 1;
    events.add(
        new TriageEvent(
            revision,
            revision * 1_000L,
            by,
            action,
            detail,
            "why " + revision,
            3,
            until,
            batch,
            recheck));
  }

  private Triage triage() {
    return Triage.ofEvents(events, revision -> List.of("R" + revision));
  }
}

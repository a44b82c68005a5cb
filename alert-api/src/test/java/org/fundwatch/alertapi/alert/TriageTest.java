package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.junit.jupiter.api.Test;

final class TriageTest {
  @Test
  void events_inARow_areAllKept() {
    var triage =
        after(
            event(1, Action.ASSIGNED, "wang", ""),
            event(2, Action.DISMISSED, "REASONABLE", "病情需要"),
            event(3, Action.REOPENED, "", "新材料"),
            event(4, Action.ADDED_TO_CASE, "C2026-000001", ""),
            event(5, Action.CONFIRMED, "FRAUD_40", "属实"));

    assertThat(triage.state()).isEqualTo(TriageState.CONFIRMED);
    assertThat(triage.assignee()).isEqualTo("li");
    assertThat(triage.disposition()).isEqualTo("FRAUD_40");
    assertThat(triage.reason()).isEqualTo("属实");
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
    assertThat(triage.revision()).isEqualTo(5);
    assertThat(triage.alertVersion()).isEqualTo(3);
    assertThat(triage.changedAt()).isEqualTo(1_005);
    assertThat(triage.events()).extracting(TriageEvent::revision).containsExactly(1, 2, 3, 4, 5);
    assertThat(triage.withoutEvents().events()).isEmpty();
    assertThat(triage.withoutEvents().revision()).isEqualTo(5);
  }

  @Test
  void reopened_afterDecision_clearsItButKeepsTheCase() {
    var triage =
        after(
            event(1, Action.ADDED_TO_CASE, "C2026-000001", ""),
            event(2, Action.DISMISSED, "UNFOUNDED", "不属实"),
            event(3, Action.REOPENED, "", "有误"));

    assertThat(triage.state()).isEqualTo(TriageState.ASSIGNED);
    assertThat(triage.assignee()).isEqualTo("li");
    assertThat(triage.disposition()).isEmpty();
    assertThat(triage.reason()).isEmpty();
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
  }

  private static Triage after(TriageEvent... events) {
    var triage = Triage.UNTOUCHED;
    for (var event : events) {
      triage = triage.after(event);
    }
    return triage;
  }

  private static TriageEvent event(int revision, Action action, String detail, String reason) {
    return new TriageEvent(revision, 1_000 + revision, "li", action, detail, reason, 3);
  }
}

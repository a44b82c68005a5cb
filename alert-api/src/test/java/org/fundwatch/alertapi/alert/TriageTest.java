package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.fundwatch.alertapi.alert.Triage.Actor;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.junit.jupiter.api.Test;

final class TriageTest {
  private static final Actor LI = new Actor("li", 1_000, 3);

  @Test
  void changes_inARow_keepEveryEvent() {
    var triage =
        Triage.UNTOUCHED
            .assigned("wang", LI)
            .decided(Disposition.REASONABLE, "病情需要", LI)
            .reopened("新材料", LI)
            .inCase("C2026-000001", LI)
            .decided(Disposition.FRAUD_40, "属实", LI);

    assertThat(triage.state()).isEqualTo(TriageState.CONFIRMED);
    assertThat(triage.assignee()).isEqualTo("li");
    assertThat(triage.disposition()).isEqualTo("FRAUD_40");
    assertThat(triage.reason()).isEqualTo("属实");
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
    assertThat(triage.revision()).isEqualTo(5);
    assertThat(triage.alertVersion()).isEqualTo(3);
    assertThat(triage.events())
        .extracting(TriageEvent::revision, TriageEvent::action, TriageEvent::detail)
        .containsExactly(
            tuple(1, Action.ASSIGNED, "wang"),
            tuple(2, Action.DISMISSED, "REASONABLE"),
            tuple(3, Action.REOPENED, ""),
            tuple(4, Action.ADDED_TO_CASE, "C2026-000001"),
            tuple(5, Action.CONFIRMED, "FRAUD_40"));
  }

  @Test
  void reopened_afterDecision_clearsItButKeepsTheCase() {
    var triage =
        Triage.UNTOUCHED
            .inCase("C2026-000001", LI)
            .decided(Disposition.UNFOUNDED, "不属实", LI)
            .reopened("有误", LI);

    assertThat(triage.state()).isEqualTo(TriageState.ASSIGNED);
    assertThat(triage.disposition()).isEmpty();
    assertThat(triage.reason()).isEmpty();
    assertThat(triage.caseId()).isEqualTo("C2026-000001");
  }
}

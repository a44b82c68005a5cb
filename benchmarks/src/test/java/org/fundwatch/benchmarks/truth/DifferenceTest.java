package org.fundwatch.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final Alert ONE = alert("A1", 1, AlertStatus.OPEN, 100);
  private static final Alert TWO = alert("A2", 1, AlertStatus.OPEN, 200);

  @Test
  void difference_otherVersionAndLineageAlone_isNone() {
    Alert later = alert("A1", 7, AlertStatus.OPEN, 100);
    Alert gone = alert("A3", 2, AlertStatus.WITHDRAWN, 100);

    Difference difference = Difference.of(wanted(ONE, TWO), List.of(later, TWO, gone));

    assertThat(difference.none()).isTrue();
    assertThat(difference.expected()).isEqualTo(2);
  }

  @Test
  void difference_everyKind_isCountedAndNamed() {
    Alert withdrawn = alert("A1", 2, AlertStatus.WITHDRAWN, 100);
    Alert other = alert("A2", 1, AlertStatus.OPEN, 201);
    Alert extra = alert("A9", 1, AlertStatus.OPEN, 1);

    Difference difference =
        Difference.of(
            wanted(ONE, TWO, alert("A4", 1, AlertStatus.OPEN, 4)),
            List.of(withdrawn, other, extra, extra));

    assertThat(difference)
        .isEqualTo(
            new Difference(
                3,
                2,
                1,
                1,
                1,
                List.of(
                    "A9: a second alert of its subject",
                    "A1: lost, withdrawn",
                    "A2: amountFen differ",
                    "A4: lost, not there",
                    "A9: there, and should not be")));
    assertThat(difference.none()).isFalse();
  }

  private static Map<String, Alert> wanted(Alert... alerts) {
    Map<String, Alert> wanted = new HashMap<>();
    for (Alert alert : alerts) {
      wanted.put(alert.id(), alert);
    }
    return wanted;
  }

  private static Alert alert(String id, int version, AlertStatus status, long fen) {
    return new Alert(
        Alert.SCHEMA,
        id,
        version,
        status,
        new Subject(SubjectKind.ENCOUNTER, "M" + id),
        Outcome.VIOLATION,
        1,
        fen,
        10,
        20,
        new Institution("H33010000001", "示例机构", "05", "330100"),
        "D1",
        "T1",
        "310",
        List.of(),
        List.of(new Amendment(version, 7, "MSG", "2304", "raised R1", "F1", List.of())));
  }
}

package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fundwatch.alertapi.cases.CaseEvent.Kind;
import org.junit.jupiter.api.Test;

final class CaseFileTest {
  private static final CaseEvent OPENED =
      new CaseEvent("C1", 1, Kind.OPENED, 100, "li", "核查", List.of("A1", "A2"));
  private static final CaseEvent NOTE =
      new CaseEvent("C1", 2, Kind.NOTE, 200, "wang", "备注", List.of());

  @Test
  void of_events_isWhatTheyTell() {
    assertThat(CaseFile.of(List.of(OPENED, NOTE)))
        .isEqualTo(new CaseFile("C1", "核查", "li", 100, 200, 2, List.of("A1", "A2")));
    assertThat(CaseFile.of(List.of(OPENED, NOTE)).tag()).isEqualTo("\"2\"");
  }

  @Test
  void of_eventsWithoutAnOpening_isRefused() {
    assertThatThrownBy(() -> CaseFile.of(List.of(NOTE)))
        .hasMessage("case C1: begins with NOTE 2; the opening is wanted");
  }
}

package org.fundwatch.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.models.testing.StayBuilder;
import org.junit.jupiter.api.Test;

class LabelledHistoryTest {

  @Test
  void encounters_ofHistories_carryTheirLabelsAndTimeline() {
    Encounter first = new StayBuilder("M1").person("T1").cost("01", 100).days(3).build();
    Encounter second =
        new StayBuilder("M2")
            .person("T1")
            .cost("01", 100)
            .admitted(LocalDate.of(2026, 4, 1))
            .build();
    HistoryCollector collector = new HistoryCollector();
    collector.add(settled(second));
    collector.add(settled(first));
    collector.label("M1", LabelledEncounter.LOW_THRESHOLD);

    List<LabelledEncounter> encounters = collector.history().encounters().toList();

    assertThat(encounters)
        .extracting(e -> e.encounter().id(), LabelledEncounter::labels)
        .containsExactly(tuple("M1", Set.of("LOW_THRESHOLD")), tuple("M2", Set.of()));
    assertThat(encounters.get(0).serviceDate()).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(encounters.get(1).timeline().encounters()).hasSize(2);
  }

  private static SettlementEvent settled(Encounter encounter) {
    return new SettlementEvent(
        SettlementEvent.SCHEMA,
        EventKind.SETTLED,
        "2304",
        "msg" + encounter.id(),
        encounter.endMillis(),
        "",
        encounter.head(),
        Map.of());
  }
}

package org.fundwatch.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.testing.SettlementBuilder;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final int PERSONS = 1_000;
  private static final SettlementEvent PATTERN =
      SettlementBuilder.settlement("S1").event(EventKind.SETTLED);

  @Test
  void event_firstNumbers_areOneOfEachPerson() {
    assertThat(persons(0, PERSONS)).hasSize(PERSONS);
  }

  @Test
  void event_nextRound_isOfThosePersonsAgainWhenTheFirstIsForgotten() {
    Crowd crowd = new Crowd(List.of(PATTERN), PERSONS);

    assertThat(persons(PERSONS, 2 * PERSONS)).isEqualTo(persons(0, PERSONS));
    assertThat(
            crowd.event(PERSONS).settlement().settledMillis()
                - PATTERN.settlement().settledMillis())
        .isGreaterThan(Duration.ofDays(400 + 366).toMillis());
  }

  @Test
  void text_showsEachCostBesideTheFirst() {
    assertThat(
            GrowthFigures.text(
                List.of(
                    new GrowthFigures(10_000, 40, 700, 900),
                    new GrowthFigures(100_000, 44, 720, 950))))
        .isEqualTo(
            """
            | persons in the state | CPU a settlement, µs | against the first row | bytes on disk a person | peak memory, MB |
            |---|--:|--:|--:|--:|
            | 10,000 | 40.0 | 100.0 % | 700 | 900 |
            | 100,000 | 44.0 | 110.0 % | 720 | 950 |
            """);
  }

  private static Set<String> persons(int from, int to) {
    Crowd crowd = new Crowd(List.of(PATTERN), PERSONS);
    Set<String> persons = new HashSet<>();
    for (int number = from; number < to; number++) {
      persons.add(crowd.event(number).settlement().person().id());
    }
    return persons;
  }
}

package org.fundwatch.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.testing.SettlementBuilder;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final int PERSONS = 5_000;
  private static final String PATTERN =
      new String(
          new SettlementEventWriter()
              .write(SettlementBuilder.settlement("S1").event(EventKind.SETTLED)),
          UTF_8);

  private final Crowd crowd = new Crowd(List.of(PATTERN), PERSONS);

  @Test
  void message_firstNumbers_areOneOfEachPersonInGrowingInstitutions() {
    List<Settlement> first = LongStream.range(0, PERSONS).mapToObj(this::read).toList();

    assertThat(first.stream().map(Settlement::settlementId).distinct()).hasSize(PERSONS);
    assertThat(first.stream().map(settlement -> settlement.person().id()).distinct())
        .hasSize(PERSONS);
    assertThat(first.stream().map(settlement -> settlement.institution().code()).distinct())
        .containsExactly("H00000000000", "H00000000001", "H00000000002");
  }

  @Test
  void message_nextRound_isOfThosePersonsAgainWhenTheFirstIsForgotten() {
    Settlement first = read(7);
    Settlement later = read(PERSONS + 7);

    assertThat(later.person().id()).isEqualTo(first.person().id()).isEqualTo("P00000000007");
    assertThat(later.settlementId()).isEqualTo("S00000005007");
    assertThat(later.settledMillis() - first.settledMillis())
        .isGreaterThan(Duration.ofDays(400 + 366).toMillis());
  }

  @Test
  void text_showsEachCostBesideTheFirstAndByPart() {
    assertThat(
            GrowthFigures.text(
                List.of(
                    new GrowthFigures(10_000, 40, Map.of("broker", 40.0), 700, 900),
                    new GrowthFigures(
                        100_000, 44, Map.of("broker", 41.0, "compiler", 3.0), 720, 950))))
        .isEqualTo(
            """
            | persons in the state | CPU a settlement, µs | against the first row | bytes on disk a person | peak memory, MB |
            |---|--:|--:|--:|--:|
            | 10,000 | 40.0 | 100.0 % | 700 | 900 |
            | 100,000 | 44.0 | 110.0 % | 720 | 950 |

            | CPU a settlement, µs, of | 10,000 | 100,000 |
            |---|--:|--:|
            | broker | 40.0 | 41.0 |
            | compiler | 0.0 | 3.0 |
            """);
  }

  private Settlement read(long number) {
    Parsed read = new SettlementEventReader().read(crowd.message(number));
    assertThat(read).isInstanceOf(Parsed.Accepted.class);
    return ((Parsed.Accepted) read).event().settlement();
  }
}

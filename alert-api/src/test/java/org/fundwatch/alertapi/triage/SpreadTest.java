package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.triage.Spread.Work;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  private static final Regions CITY = Regions.parse(List.of("3201"));

  @Test
  void over_goesToWhoHasLeastToDo() {
    var plan =
        Spread.over(
            List.of(work("A1", 60), work("A2", 60), work("A3", 60), work("A4", 60)),
            Map.of("li", Regions.NATION, "wang", Regions.NATION),
            Map.of("li", 100L));

    assertThat(plan.byInspector())
        .isEqualTo(Map.of("wang", List.of("A1", "A2", "A4"), "li", List.of("A3")));
    assertThat(plan.left()).isEmpty();
  }

  @Test
  void over_equalLoads_differsByOnePieceOfWorkAtMost() {
    var work = IntStream.range(0, 100).mapToObj(number -> work("A" + number, 30)).toList();

    var plan =
        Spread.over(
            work, Map.of("a", Regions.NATION, "b", Regions.NATION, "c", Regions.NATION), Map.of());

    assertThat(plan.byInspector().values())
        .extracting(List::size)
        .containsExactlyInAnyOrder(34, 33, 33);
  }

  @Test
  void over_regions_areRespected() {
    var plan =
        Spread.over(
            List.of(new Work("A1", "330102", 1), new Work("A2", "320102", 1)),
            Map.of("li", CITY),
            Map.of());

    assertThat(plan.byInspector()).isEqualTo(Map.of("li", List.of("A2")));
    assertThat(plan.left()).containsExactly("A1");
  }

  private static Work work(String id, int minutes) {
    return new Work(id, "320102", minutes);
  }
}

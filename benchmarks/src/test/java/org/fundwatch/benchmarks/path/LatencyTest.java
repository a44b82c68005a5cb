package org.fundwatch.benchmarks.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private static final Map<String, Long> TAKEN = Map.of("M1", 1_000L, "M2", 2_000L, "M3", 3_000L);

  @Test
  void of_alertsFound_measuresFromTakingToFirstSight() {
    Latency latency =
        Latency.of(
            TAKEN,
            List.of(new CausedAlert("A", 1, "M1", false), new CausedAlert("B", 1, "M2", false)),
            Map.of("A", versions(1, 1_400L), "B", versions(1, 2_900L)));

    assertThat(latency).isEqualTo(new Latency(2, 2, 400, 900, 900));
  }

  @Test
  void of_versionOvertakenByAnother_isFoundAsThatOne() {
    Latency latency =
        Latency.of(
            TAKEN,
            List.of(new CausedAlert("A", 1, "M1", false), new CausedAlert("A", 2, "M2", false)),
            Map.of("A", versions(2, 2_500L)));

    assertThat(latency).isEqualTo(new Latency(2, 2, 500, 1_500, 1_500));
  }

  @Test
  void of_olderVersionSeenOnly_isNotFound() {
    Latency latency =
        Latency.of(
            TAKEN, List.of(new CausedAlert("A", 3, "M3", false)), Map.of("A", versions(2, 900L)));

    assertThat(latency).isEqualTo(new Latency(1, 0, 0, 0, 0));
  }

  @Test
  void of_causeFromBeforeThePhase_doesNotCount() {
    Latency latency =
        Latency.of(
            TAKEN, List.of(new CausedAlert("A", 1, "M0", false)), Map.of("A", versions(1, 1_400L)));

    assertThat(latency).isEqualTo(new Latency(0, 0, 0, 0, 0));
  }

  private static SortedMap<Integer, Long> versions(int version, long seen) {
    return new TreeMap<>(Map.of(version, seen));
  }
}

package org.fundwatch.streaming.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final String LARGE = "H33010000001/674";
  private static final String SMALL = "H33010000002/674";

  private final Pace pace = new Pace(1_000);

  @Test
  void due_isOneMomentForAllChangesOfAPause() {
    long due = pace.dueMillis(LARGE, 50_000);

    assertThat(due).isBetween(50_001L, 51_000L);
    assertThat(pace.dueMillis(LARGE, due - 1)).isEqualTo(due);
    assertThat(pace.dueMillis(LARGE, due)).isEqualTo(due + 1_000);
  }

  @Test
  void due_isFewMomentsForManyPeriods() {
    Set<Long> due = new TreeSet<>();
    for (int owner = 0; owner < 10_000; owner++) {
      due.add(pace.dueMillis("H%011d/674".formatted(owner), 50_000));
    }

    assertThat(due).hasSize(25).allSatisfy(at -> assertThat(at).isBetween(50_001L, 51_000L));
  }

  @Test
  void periodThatTookLong_waitsForNineteenTimesThat() {
    pace.judged(LARGE, 50_000, 50_200);

    assertThat(pace.waits(LARGE, 50_200)).isTrue();
    assertThat(pace.afterWaiting()).isEqualTo(54_000);
    assertThat(pace.waits(LARGE, 53_999)).isTrue();
    assertThat(pace.waits(LARGE, 54_000)).isFalse();
  }

  @Test
  void periodThatIsQuick_neverWaits() {
    pace.judged(SMALL, 49_990, 49_994);
    pace.judged(LARGE, 50_000, 50_200);

    assertThat(pace.waits(SMALL, 50_200)).isFalse();
  }

  @Test
  void periodThatGotQuick_waitsNoMore() {
    pace.judged(SMALL, 49_000, 49_100);
    pace.judged(SMALL, 52_000, 52_001);
    pace.judged(LARGE, 53_000, 53_200);

    assertThat(pace.waits(SMALL, 53_200)).isFalse();
  }

  @Test
  void idlePeriod_staysSoUntilSomethingOfItsOwnComes() {
    assertThat(pace.staysIdle(SMALL, false)).as("not looked at yet").isFalse();
    pace.foundIdle(SMALL);

    assertThat(pace.staysIdle(SMALL, false)).isTrue();
    assertThat(pace.staysIdle(SMALL, true)).isFalse();
    assertThat(pace.staysIdle(SMALL, false)).isFalse();
  }
}

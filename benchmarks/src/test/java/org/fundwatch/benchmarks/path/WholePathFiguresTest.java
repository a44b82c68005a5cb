package org.fundwatch.benchmarks.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fundwatch.benchmarks.profile.Profile;
import org.fundwatch.benchmarks.profile.Profile.Share;
import org.junit.jupiter.api.Test;

class WholePathFiguresTest {

  private static final WholePathPlan PLAN = new WholePathPlan(1_205, 500, 3, 42);

  @Test
  void plan_anyNumber_isSharedOutWhole() {
    assertThat(PLAN.warmUp() + PLAN.measured() + PLAN.offered()).isEqualTo(1_205);
    assertThat(PLAN.measured()).isEqualTo(604);
  }

  @Test
  void plan_tooSmall_isRefused() {
    assertThatThrownBy(() -> new WholePathPlan(10, 500, 0, 1))
        .hasMessage("10 settlements, rate 500, 0 runs; at least 600, 1, 1");
  }

  @Test
  void text_threeRuns_showsTheMedianOfEachFigure() {
    WholePathFigures figures =
        new WholePathFigures(
            PLAN, 3_500, 10, List.of(run(900, 30), run(1_200, 10), run(1_100, 20)));

    assertThat(figures.text())
        .startsWith(
            "1,205 simulated settlements (seed 42; on average 10.0 fee lines and 3,500 bytes of JSON): 401 to warm up,"
                + " 604 at full speed, 200 offered at 500 a second for the latency.")
        .contains(
            "|  | median | run 1 | run 2 | run 3 |",
            "| settlements a second, judged | 1,100 | 900 | 1,200 | 1,100 |",
            "| latency, median, ms | 20 | 30 | 10 | 20 |",
            "Where time went at full speed, run 3:",
            "| job: person desk | 30.0 | 75.0 % |",
            "| rules | 40.0 % |",
            "| `a.B.c` | 12.0 % |");
  }

  private static WholePathRun run(double perSecond, double medianMillis) {
    Profile profile =
        new Profile(
            List.of(new Share("job: person desk", 30), new Share("broker", 10)),
            2_000,
            List.of(new Share("rules", 0.4)),
            List.of(new Share("a.B.c", 0.12)));
    return new WholePathRun(
        perSecond,
        perSecond - 50,
        1_500,
        100,
        77,
        120,
        0,
        new Latency(9, 9, medianMillis, 1_000, 1_500),
        new Latency(3, 3, 700, 900, 950),
        900,
        800,
        profile);
  }
}

package org.fundwatch.alertapi.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.draw.DrawPlan.Officer;
import org.fundwatch.alertapi.draw.DrawPlan.Target;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final DrawPlan PLAN =
      new DrawPlan(
          List.of(
              new Target("P32010600004", 2),
              new Target("H32010200001", 5),
              new Target("H32010400003", 9),
              new Target("H32010200002", 1)),
          List.of(
              new Officer("wang", List.of("P32010600004", "H32010200001")),
              new Officer("li", List.of("H32010400003")),
              new Officer("sun", List.of()),
              new Officer("chen", List.of())),
          3,
          2);

  /** Both values were computed by the Python program in docs/draws.md. */
  @Test
  void anybodyGetsTheSameDraw() {
    assertThat(PLAN.fingerprint())
        .isEqualTo("c8944942c871fa783dd1ee86a5add1f1eba5f9ce98ff6ccc6d17d0e55370cc27");
    assertThat(Draw.of(PLAN, "2026-11-22 排列五 3 1 4 1 5"))
        .containsExactly(
            new Draw.Team("H32010200001", List.of("li", "sun")),
            new Draw.Team("H32010200002", List.of("wang", "chen")),
            new Draw.Team("H32010400003", List.of("sun", "chen")));
  }

  @Test
  void theOrderOfTheListsDoesNotMatter() {
    var turned =
        new DrawPlan(
            PLAN.targets().stream().sorted((a, b) -> b.code().compareTo(a.code())).toList(),
            PLAN.officers().stream().sorted((a, b) -> b.name().compareTo(a.name())).toList(),
            3,
            2);
    assertThat(turned).isEqualTo(PLAN);
  }

  @Test
  void anotherSeedOrPlanGivesAnotherDraw() {
    var draws = new HashSet<List<Draw.Team>>();
    IntStream.range(0, 50).forEach(seed -> draws.add(Draw.of(PLAN, "seed " + seed)));
    assertThat(draws).hasSizeGreaterThan(20);
    var heavier = new DrawPlan(PLAN.targets(), PLAN.officers(), 2, 2);
    assertThat(heavier.fingerprint()).isNotEqualTo(PLAN.fingerprint());
  }

  @Test
  void nobodyGoesWhereHeHasAConflictAndTheWorkIsSpread() {
    var random = new Random(20261122);
    for (int round = 0; round < 500; round++) {
      var plan = plan(random);
      assertThat(DrawFaults.of(plan)).isEmpty();
      var teams = Draw.of(plan, "round " + round);
      assertThat(teams).hasSize(plan.institutions());
      assertThat(teams.stream().map(Draw.Team::institution)).doesNotHaveDuplicates();
      for (var team : teams) {
        assertThat(team.officers()).hasSize(plan.officersEach()).doesNotHaveDuplicates();
        for (var officer : plan.officers()) {
          if (team.officers().contains(officer.name())) {
            assertThat(officer.conflicts()).doesNotContain(team.institution());
          }
        }
      }
    }
  }

  /** Without conflicts no officer has more than one visit more than another. */
  @Test
  void loadIsEven() {
    var plan =
        new DrawPlan(
            IntStream.range(0, 10).mapToObj(i -> new Target("H" + i, 1)).toList(),
            IntStream.range(0, 7).mapToObj(i -> new Officer("o" + i, List.of())).toList(),
            10,
            2);
    var load = new HashMap<String, Integer>();
    Draw.of(plan, "even").forEach(t -> t.officers().forEach(o -> load.merge(o, 1, Integer::sum)));
    assertThat(load.values()).allMatch(visits -> visits == 2 || visits == 3);
  }

  /** Over 20,000 seeds; the tolerance is 5 standard deviations. */
  @Test
  void weightIsTheChanceOfTheFirstRound() {
    int seeds = 20_000;
    var first = new HashMap<String, Integer>();
    for (int seed = 0; seed < seeds; seed++) {
      first.merge(Draw.of(PLAN, "" + seed).get(0).institution(), 1, Integer::sum);
    }
    for (var target : PLAN.targets()) {
      double chance = target.weight() / 17.0;
      double deviation = Math.sqrt(seeds * chance * (1 - chance));
      assertThat((double) first.get(target.code()))
          .isBetween(seeds * chance - 5 * deviation, seeds * chance + 5 * deviation);
    }
  }

  @Test
  void aPlanThatCannotBeDrawnSaysWhy() {
    var plan =
        new DrawPlan(
            List.of(new Target("H1", 1), new Target("H2", 1)),
            List.of(new Officer("li", List.of("H2")), new Officer("sun", List.of())),
            2,
            2);
    assertThat(DrawFaults.of(plan))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("1 without a conflict with H2"));
    var wrong =
        new DrawPlan(
            List.of(new Target("H1", 0), new Target("H1", 1), new Target("a\tb", 1)),
            List.of(new Officer("", List.of("x,y"))),
            4,
            1);
    assertThat(DrawFaults.of(wrong)).hasSize(7);
  }

  private static DrawPlan plan(Random random) {
    int targets = 1 + random.nextInt(30);
    int officers = 4 + random.nextInt(20);
    return new DrawPlan(
        IntStream.range(0, targets)
            .mapToObj(i -> new Target("H" + i, 1 + random.nextInt(1000)))
            .toList(),
        IntStream.range(0, officers)
            // Two at least have no conflict at all.
            .mapToObj(i -> new Officer("o" + i, i < 2 ? List.of() : conflicts(random, targets)))
            .toList(),
        1 + random.nextInt(targets),
        2);
  }

  private static List<String> conflicts(Random random, int targets) {
    return random.ints(random.nextInt(5), 0, targets).mapToObj(i -> "H" + i).toList();
  }
}

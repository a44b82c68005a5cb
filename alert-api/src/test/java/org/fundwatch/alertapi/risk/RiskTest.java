package org.fundwatch.alertapi.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RiskTest {
  private static final List<FactorTable.FactorWeight> WEIGHTS =
      FactorTable.of(null).holding("3201", LocalDate.of(2026, 5, 1));

  @Test
  void table_ours_isThis() {
    assertThat(WEIGHTS)
        .extracting(
            row ->
                "%s %d at %d, %s"
                    .formatted(row.factor(), row.weight(), row.full(), row.validity().provenance()))
        .containsExactly(
            "SUSPECTED 35 at 50000000, PROPOSAL",
            "CONFIRMED 25 at 50000000, PROPOSAL",
            "POINTS 15 at 36, PROPOSAL",
            "CREDIT 15 at 50, PROPOSAL",
            "GROWTH 10 at 100, PROPOSAL");
    assertThat(WEIGHTS.stream().mapToInt(FactorTable.FactorWeight::weight).sum()).isEqualTo(100);
  }

  @Test
  void score_isTheSumOfItsShares() {
    var risk =
        Risk.of(
            "H1",
            "一院",
            Map.of(
                Factor.SUSPECTED, 10_000_000L,
                Factor.CONFIRMED, 90_000_000L,
                Factor.POINTS, 12L,
                Factor.CREDIT, 15L),
            WEIGHTS);

    assertThat(risk.shares())
        .extracting(share -> share.factor() + " " + share.points())
        .containsExactly(
            "SUSPECTED 7.00", "CONFIRMED 25.00", "POINTS 5.00", "CREDIT 4.50", "GROWTH 0.00");
    assertThat(risk.score()).isEqualTo(new BigDecimal("41.50"));
  }

  @Property(tries = 200, seed = "20261122")
  void score_growsWithEachFactorAndStaysWithinAHundred(
      @ForAll @LongRange(min = 0, max = 200_000_000) long value,
      @ForAll @LongRange(min = 0, max = 200_000_000) long more,
      @ForAll Factor factor) {
    var less = Risk.of("H1", "", Map.of(factor, value), WEIGHTS).score();
    var risk = Risk.of("H1", "", Map.of(factor, value + more), WEIGHTS).score();

    assertThat(risk).isBetween(less, new BigDecimal("100"));
  }
}

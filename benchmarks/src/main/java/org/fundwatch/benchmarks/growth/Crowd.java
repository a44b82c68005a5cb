package org.fundwatch.benchmarks.growth;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * Settlements of any number of people, made of a few simulated ones by other ids and times.
 *
 * <p>They come in rounds: in each round every person has one, in an order without pattern. Between
 * two rounds more time passes than a person is remembered, so that histories are equally long
 * however many people there are, and their number is all that differs.
 *
 * @param patterns visits, at least one
 * @param persons how many people, a power of ten
 */
record Crowd(List<SettlementEvent> patterns, long persons) {

  private static final long ROUND_MILLIS = Duration.ofDays(800).toMillis();
  // Without a common factor with powers of ten: its multiples come by every person once.
  private static final long STEP = 7_368_787;
  // Of SplitMix64: spreads neighbouring numbers over all bits.
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  Crowd {
    patterns = List.copyOf(patterns);
  }

  /** The settlement of a number; those below {@code persons} are the first of each person. */
  SettlementEvent event(long number) {
    long person = number % persons * STEP % persons;
    long later = number / persons * ROUND_MILLIS;
    SettlementEvent pattern = patterns.get((int) (number % patterns.size()));
    Settlement s = pattern.settlement();
    return new SettlementEvent(
        pattern.schema(),
        pattern.kind(),
        pattern.transaction(),
        "G" + number,
        pattern.sentMillis() + later,
        "",
        new Settlement(
            "S" + number,
            "M" + number,
            "",
            s.person().withToken("T%016x%016x".formatted(mixed(person), person)),
            s.institution(),
            s.insurance(),
            s.medType(),
            s.settledMillis() + later,
            s.doctor(),
            s.midStay(),
            s.codeSet(),
            s.amounts(),
            s.stay(),
            s.grouping(),
            s.diagnoses(),
            s.operations(),
            s.lines(),
            s.payments(),
            List.of()),
        pattern.extras());
  }

  private static long mixed(long number) {
    long z = (number + 1) * GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

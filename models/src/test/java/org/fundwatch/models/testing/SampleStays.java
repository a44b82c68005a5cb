package org.fundwatch.models.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.training.LabelledEncounter;

/**
 * A seeded generator of stays, some of them low-threshold: short, cheap for their group, mostly
 * examinations. Just enough to train on; not the simulator.
 */
public final class SampleStays {
  public static final LocalDate BEGINNING = LocalDate.of(2026, 1, 1);

  private static final int DAYS = 180;
  private static final List<String> GROUPS = List.of("ES25", "FR45", "RU15", "GB25");

  private final SplittableRandom random;

  public SampleStays(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Labelled stays of as many persons, every tenth of them low-threshold, spread over 180 days. */
  public Stream<LabelledEncounter> labelled(int count) {
    return IntStream.range(0, count).mapToObj(i -> labelled(i, i % 10 == 0));
  }

  private LabelledEncounter labelled(int number, boolean low) {
    // A tenth of the labels is as an auditor would err, so that no model can be perfect.
    boolean looksLow = random.nextInt(10) == 0 ? !low && number % 20 == 1 : low;
    LocalDate admitted = BEGINNING.plusDays(random.nextInt(DAYS));
    StayBuilder stay = new StayBuilder("M%06d".formatted(number)).admitted(admitted);
    int group = random.nextInt(GROUPS.size());
    double size = (1 + group) * Math.exp(0.4 * random.nextGaussian());
    if (looksLow) {
      stay.days(2 + random.nextInt(3)).cost("03", yuan(1500)).cost("04", yuan(700));
      stay.cost("09", yuan(120)).cost("01", yuan(100)).activeDays(1);
    } else {
      int days = 4 + random.nextInt(5 + 3 * group);
      stay.days(days).cost("03", yuan(600 * size)).cost("04", yuan(700 * size));
      stay.cost("09", yuan(2500 * size)).cost("05", yuan(900 * size));
      stay.cost("08", yuan(400 * size)).cost("01", yuan(80.0 * days)).activeDays(days);
    }
    stay.group(GROUPS.get(group), 5_000 + 4_000 * group).level(random.nextBoolean() ? "02" : "05");
    stay.age(25 + random.nextInt(60));
    Encounter encounter = stay.build();
    Set<String> labels = low ? Set.of(LabelledEncounter.LOW_THRESHOLD) : Set.of();
    return new LabelledEncounter(
        encounter,
        new Timeline(List.of(encounter)),
        labels,
        LocalDate.ofEpochDay(ShanghaiTime.epochDay(encounter.endMillis())));
  }

  private double yuan(double mean) {
    return mean * Math.exp(0.3 * random.nextGaussian());
  }
}

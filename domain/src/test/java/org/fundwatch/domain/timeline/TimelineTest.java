package org.fundwatch.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.testing.SettlementBuilder;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.Test;

/** The columns of a timeline against its encounters themselves. */
class TimelineTest {

  private static final int WORLDS = 200;
  private static final int ITEMS = 90;
  private static final long DAY_MILLIS = 86_400_000L;

  private final Random random = new Random(20261122);

  @Test
  void looksBack_asEncountersThemselvesTell() {
    int charged = 0;
    for (int world = 0; world < WORLDS; world++) {
      Timeline timeline = new Timeline(encounters());
      for (Encounter encounter : timeline.encounters()) {
        long lookback = random.nextInt(60) * DAY_MILLIS;
        String item = item();
        long since = encounter.beginMillis() - lookback;
        List<Encounter> before = before(timeline, encounter, one -> one.endMillis() >= since);

        assertThat(timeline.before(encounter, lookback)).isEqualTo(before);
        assertThat(timeline.staysBefore(encounter, lookback))
            .isEqualTo(before.stream().filter(Encounter::isStay).toList());
        assertThat(timeline.chargedBefore(encounter, lookback, item))
            .isEqualTo(before.stream().filter(one -> one.charged(item)).toList());
        assertThat(timeline.countBefore(encounter, since))
            .isEqualTo(before(timeline, encounter, one -> one.beginMillis() >= since).size());
        charged += timeline.chargedBefore(encounter, lookback, item).size();
      }
    }
    assertThat(charged).isPositive();
  }

  @Test
  void with_oneAfterTheOther_isTheWhole() {
    for (int world = 0; world < WORLDS; world++) {
      List<Encounter> encounters = encounters();
      Timeline whole = new Timeline(encounters);
      Timeline grown = new Timeline(List.of());
      for (Encounter encounter : encounters) {
        grown = grown.with(encounter, Long.MIN_VALUE);
      }

      assertThat(grown).isEqualTo(whole);
      for (Encounter encounter : encounters) {
        String item = encounter.items().get(0).item();
        assertThat(grown.chargedBefore(encounter, DAY_MILLIS, item))
            .isEqualTo(whole.chargedBefore(encounter, DAY_MILLIS, item));
      }
    }
  }

  private static List<Encounter> before(
      Timeline timeline, Encounter encounter, Predicate<Encounter> kept) {
    List<Encounter> all = timeline.encounters();
    return all.subList(0, all.indexOf(encounter)).stream().filter(kept).toList();
  }

  private List<Encounter> encounters() {
    List<Encounter> encounters = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      encounters.add(encounter("S" + i));
    }
    return encounters;
  }

  private Encounter encounter(String id) {
    int day = random.nextInt(90);
    String begin = day(day) + " 09:00:00";
    SettlementBuilder builder = settlement(id).encounter(id).settledAt(begin);
    if (random.nextInt(4) == 0) {
      builder.stay(begin, day(day + random.nextInt(20)) + " 10:00:00");
    }
    for (int line = 0; line <= random.nextInt(6); line++) {
      builder.line(item(), "09", "1", "20.00", begin, Integer.toString(line + 1));
    }
    return PersonHistory.EMPTY
        .with(builder.event(EventKind.SETTLED))
        .timeline()
        .encounters()
        .get(0);
  }

  private String item() {
    return "XC08CAA%03dA001010100".formatted(random.nextInt(ITEMS));
  }

  private static String day(int day) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(1_772_323_200_000L) + day);
  }
}

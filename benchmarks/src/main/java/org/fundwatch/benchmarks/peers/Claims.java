package org.fundwatch.benchmarks.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Visits made up for the comparison, in order of time: two months of people who go to three
 * hospitals each, one in two hundred of them three times as often as the others.
 */
final class Claims {

  private static final long FROM = ShanghaiTime.startOfDay(LocalDate.of(2026, 3, 1).toEpochDay());
  private static final long SPAN_MILLIS = 60 * 86_400_000L;
  private static final int HOSPITALS = 200;
  private static final int HOSPITALS_OF_A_PERSON = 3;
  private static final int CATEGORIES = 40;
  private static final int FREQUENT_EVERY = 200;
  private static final int FREQUENT_TIMES = 3;
  private static final double MEDIAN_FEN = 20_000;
  private static final double SPREAD = 1.15;

  private Claims() {}

  /** Equal arguments give equal visits. */
  static List<Claim> of(long seed, int events, int persons) {
    Random random = new Random(seed);
    String[] hospitals = new String[HOSPITALS];
    Arrays.setAll(hospitals, i -> "H32010%06d".formatted(i));
    String[] diagnoses = new String[CATEGORIES * 10];
    Arrays.setAll(
        diagnoses, i -> "%c%02d.%d00".formatted('A' + i / 10 % 20, i / 10 / 20 * 37 + 11, i % 10));
    String[] people = new String[persons];
    Arrays.setAll(people, i -> "T%032x".formatted(i * 0x9E3779B97F4A7C15L));
    int[][] regulars = new int[persons][HOSPITALS_OF_A_PERSON];
    for (int[] own : regulars) {
      Arrays.setAll(own, i -> random.nextInt(HOSPITALS));
    }
    long[] times = random.longs(events, 0, SPAN_MILLIS).sorted().toArray();
    int frequent = persons / FREQUENT_EVERY;
    int tickets = persons + frequent * (FREQUENT_TIMES - 1);
    List<Claim> claims = new ArrayList<>(events);
    for (int i = 0; i < events; i++) {
      int ticket = random.nextInt(tickets);
      int person = ticket < persons ? ticket : (ticket - persons) % frequent;
      claims.add(
          new Claim(
              i,
              people[person],
              hospitals[regulars[person][random.nextInt(HOSPITALS_OF_A_PERSON)]],
              diagnoses[random.nextInt(diagnoses.length)],
              FROM + times[i],
              Math.round(MEDIAN_FEN * Math.exp(SPREAD * random.nextGaussian()))));
    }
    return claims;
  }
}

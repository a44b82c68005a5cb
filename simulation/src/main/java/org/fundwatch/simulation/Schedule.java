package org.fundwatch.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * When people settle: the weekday, holiday and hour profile of the calibration notes (all our
 * proposal).
 */
final class Schedule {

  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final double[] WEEKDAY = {1.18, 1.10, 1.05, 1.03, 1.0, .85, .72};
  private static final double MOST = 1.5;
  private static final double HOLIDAY = .45;
  private static final double PHARMACY_HOLIDAY = .85;
  private static final double PHARMACY_DECEMBER = 1.25;
  private static final List<MonthDay[]> HOLIDAYS =
      List.of(
          new MonthDay[] {MonthDay.of(1, 1), MonthDay.of(1, 1)},
          new MonthDay[] {MonthDay.of(5, 1), MonthDay.of(5, 3)},
          new MonthDay[] {MonthDay.of(10, 1), MonthDay.of(10, 7)});

  private final int firstDay;
  private final int days;
  private final double[] clinicWeight;
  private final double[] pharmacyWeight;

  Schedule(SimulationConfig config) {
    firstDay = (int) config.from().toEpochDay();
    days = (int) config.end().toEpochDay() - firstDay;
    clinicWeight = new double[days];
    pharmacyWeight = new double[days];
    for (int i = 0; i < days; i++) {
      LocalDate date = LocalDate.ofEpochDay(firstDay + i);
      double weekday = WEEKDAY[date.getDayOfWeek().getValue() - 1];
      boolean holiday = holiday(date);
      clinicWeight[i] = holiday ? HOLIDAY : weekday;
      pharmacyWeight[i] =
          (holiday ? PHARMACY_HOLIDAY : weekday)
              * (date.getMonthValue() == 12 ? PHARMACY_DECEMBER : 1);
    }
  }

  int firstDay() {
    return firstDay;
  }

  int days() {
    return days;
  }

  /** The first day after the simulated time. */
  int endDay() {
    return firstDay + days;
  }

  static boolean holiday(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return HOLIDAYS.stream().anyMatch(h -> !day.isBefore(h[0]) && !day.isAfter(h[1]));
  }

  static boolean weekend(int epochDay) {
    DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  /** A day of the simulated time. */
  int day(Rng rng, boolean pharmacy) {
    double[] weight = pharmacy ? pharmacyWeight : clinicWeight;
    while (true) {
      int day = rng.below(days);
      if (rng.real() * MOST < weight[day]) {
        return firstDay + day;
      }
    }
  }

  /** A moment of a day at a clinic: 08-12 h 45 %, 14-18 h 32 %, the rest 23 %. */
  static long clinicHour(Rng rng, int day) {
    double u = rng.real();
    int hour =
        u < .45
            ? rng.between(8, 11)
            : u < .77
                ? rng.between(14, 17)
                : u < .93 ? rng.between(12, 13) : u < .97 ? 7 : rng.between(18, 20);
    return at(rng, day, hour);
  }

  /** A moment of a day at a pharmacy; a small share at night where it is open. */
  static long pharmacyHour(Rng rng, int day, boolean open24) {
    boolean night = open24 && rng.chance(.02);
    return at(
        rng,
        day,
        night ? (rng.chance(.5) ? rng.between(22, 23) : rng.between(0, 6)) : rng.between(8, 20));
  }

  /** A moment within an hour of a day. */
  static long at(Rng rng, int day, int hour) {
    return ShanghaiTime.startOfDay(day) + hour * HOUR + rng.below(3600) * 1000L;
  }
}

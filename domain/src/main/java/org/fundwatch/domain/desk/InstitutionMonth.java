package org.fundwatch.domain.desk;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * What an institution settled in one month, and in the month before.
 *
 * @param institution where
 * @param month months since 1970-01
 * @param visits settlements of the month that stand, by time, then id
 * @param previous those of the month before
 */
public record InstitutionMonth(
    Institution institution, int month, List<Visit> visits, List<Visit> previous) {

  private static final YearMonth EPOCH = YearMonth.of(1970, 1);

  public InstitutionMonth {
    visits = List.copyOf(visits);
    previous = List.copyOf(previous);
  }

  /** The month of a moment, as months since 1970-01. */
  public static int monthOf(long millis) {
    return (int) EPOCH.until(YearMonth.from(ShanghaiTime.dateTime(millis)), ChronoUnit.MONTHS);
  }

  /** The first moment of a month, given as months since 1970-01. */
  public static long beginMillis(int month) {
    return ShanghaiTime.startOfDay(EPOCH.plusMonths(month).atDay(1).toEpochDay());
  }

  /** The month as text, such as 2026-03. */
  public String text() {
    return EPOCH.plusMonths(month).toString();
  }

  /** The first day of the month, as days since 1970-01-01. */
  public int firstDay() {
    return (int) EPOCH.plusMonths(month).atDay(1).toEpochDay();
  }
}

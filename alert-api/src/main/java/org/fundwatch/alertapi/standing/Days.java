package org.fundwatch.alertapi.standing;

import java.time.Clock;
import java.time.LocalDate;
import org.fundwatch.domain.time.ShanghaiTime;

/** Days in China. */
public final class Days {
  private Days() {}

  /** The day that it is. */
  public static LocalDate today(Clock clock) {
    return of(clock.millis());
  }

  /** The day of a moment in epoch milliseconds. */
  public static LocalDate of(long millis) {
    return LocalDate.ofEpochDay(ShanghaiTime.epochDay(millis));
  }
}

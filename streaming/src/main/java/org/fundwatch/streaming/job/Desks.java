package org.fundwatch.streaming.job;

import java.time.Duration;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.streaming.intake.IntakeConfig;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.period.PeriodKind;

/**
 * What the operators of the job need to know.
 *
 * @param intake for the intake
 * @param maker makes the judge in each task
 * @param retention how long persons, days and packs are remembered; alerts are for longer
 * @param dayPause how long changes of a day are gathered before it is judged; a month's are
 *     gathered longer
 */
public record Desks(IntakeConfig intake, Judge.Maker maker, Duration retention, Duration dayPause) {

  /** How long facts are remembered unless said otherwise. */
  public static final Duration RETENTION = Duration.ofDays(400);

  /** How long changes of a day are gathered unless said otherwise. */
  public static final Duration DAY_PAUSE = Duration.ofMillis(500);

  // A month holds a month's settlements: reading them all for every few changes would cost more
  // than knowing it some seconds sooner is worth.
  private static final int MONTH_PAUSES = 10;

  /**
   * How long alerts, and what tells them about gates, are remembered after their last change:
   * longer than the facts that can amend or withdraw them. A fact is kept while the person's own
   * last moment is not further from it than the retention and the judge's look-back; the message
   * with that moment may be late by the retention; and a person to whom nothing happens is
   * remembered for the retention again.
   */
  Duration alertRetention() {
    return retention.multipliedBy(3).plus(RuleSet.LONGEST_LOOKBACK);
  }

  /** How long changes of a period are gathered before it is judged. */
  Duration pause(PeriodKind kind) {
    return kind == PeriodKind.INSTITUTION_MONTH ? dayPause.multipliedBy(MONTH_PAUSES) : dayPause;
  }
}

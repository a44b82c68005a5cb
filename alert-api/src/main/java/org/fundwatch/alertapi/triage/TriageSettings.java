package org.fundwatch.alertapi.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How triage goes; all values are ours (proposal).
 *
 * @param takenFor how long an alert that was taken stays out of others' reach
 * @param undoWithin how long a change can be undone
 * @param longestSnooze how far away the day may be until which an alert is put off
 * @param recheckShare of the decisions made with many others, that somebody else looks at again
 */
@ConfigurationProperties("fundwatch.triage")
record TriageSettings(
    @DefaultValue("30m") Duration takenFor,
    @DefaultValue("10m") Duration undoWithin,
    @DefaultValue("90d") Duration longestSnooze,
    @DefaultValue("0.05") double recheckShare) {

  TriageSettings {
    if (!(recheckShare >= 0 && recheckShare <= 1)) {
      throw new IllegalArgumentException(
          "fundwatch.triage.recheck-share: %s; allowed are 0 to 1".formatted(recheckShare));
    }
  }
}

package org.fundwatch.streaming.alerting;

import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;

/**
 * Tells an alert that data of an institution is broken, or is so no longer.
 *
 * @param subject whose alert is told, {@link org.fundwatch.domain.finding.Subject#key}
 * @param gate what is wrong; where it is lifted, as it was last stated
 * @param lifted true where it holds no longer
 * @param cause the event that changed it
 */
public record GateNotice(String subject, DataGate gate, boolean lifted, Cause cause) {

  /** The same, told to an alert. */
  GateNotice to(String told) {
    return new GateNotice(told, gate, lifted, cause);
  }
}

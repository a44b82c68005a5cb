package org.fundwatch.domain.alert;

/** The machine's part of an alert's state; what people decide is kept apart. */
public enum AlertStatus {
  /** At least one finding holds. */
  OPEN,
  /** Every finding was withdrawn by later facts. */
  WITHDRAWN
}

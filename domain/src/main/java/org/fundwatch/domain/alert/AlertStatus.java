package org.fundwatch.domain.alert;

/** The machine's part of an alert's state; what people decide is kept apart. */
public enum AlertStatus {
  /** At least one finding holds that no data gate puts aside. */
  OPEN,
  /** Every finding was withdrawn by later facts. */
  WITHDRAWN,
  /** Findings hold, but the data behind each of them is known to be broken. */
  SUPPRESSED
}

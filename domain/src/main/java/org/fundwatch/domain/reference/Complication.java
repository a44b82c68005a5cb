package org.fundwatch.domain.reference;

/** How much a secondary diagnosis raises the payment group. */
public enum Complication {
  NONE,
  CC,
  MCC
}

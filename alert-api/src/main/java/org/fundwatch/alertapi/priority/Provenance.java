package org.fundwatch.alertapi.priority;

/** Where a value of a table comes from. */
public enum Provenance {
  /** Written in a law or regulation. */
  OFFICIAL,
  /** Public practice of a region, not law. */
  LOCAL,
  /** Ours; no authority behind it. */
  PROPOSAL
}

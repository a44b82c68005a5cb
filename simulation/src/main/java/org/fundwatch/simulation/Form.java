package org.fundwatch.simulation;

/** How carefully a fraud is done. */
public enum Form {
  /** Anyone who looks sees it. */
  OBVIOUS,
  /** Near what careless but honest people do. */
  BORDERLINE,
  /** By people who know how inspectors look. */
  EVASIVE
}

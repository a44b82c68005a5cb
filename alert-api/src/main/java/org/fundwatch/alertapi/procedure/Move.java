package org.fundwatch.alertapi.procedure;

/** What guards look at of something that somebody wants to do. */
interface Move {
  /** Why; empty where nobody says. */
  String reason();

  /** Where to: another case, a department, an authority; empty for nowhere. */
  default String target() {
    return "";
  }

  /** The track whose state it rests on. */
  default Track track() {
    return Track.MAIN;
  }

  /** Administrative division that what comes in belongs to. */
  default String region() {
    return "";
  }

  /** Alerts that leave. */
  default int leaving() {
    return 0;
  }

  /** Suspected amount that leaves with them, fen. */
  default long leavingFen() {
    return 0;
  }
}
